//! How the people in a room find the program: an address, and a code of it to scan.

use std::net::{IpAddr, Ipv4Addr, SocketAddr, UdpSocket};

use qrcode::{Color, EcLevel, QrCode};

/// Where a local network is told from the whole: documentation addresses (RFC 5737), to which nothing is ever sent.
const ELSEWHERE: (Ipv4Addr, u16) = (Ipv4Addr::new(192, 0, 2, 1), 9);
/// Light modules around the code, as ISO/IEC 18004 wants them.
const QUIET: usize = 4;

/// The address that others in the room reach a listener by.
pub(super) fn address(listening: SocketAddr) -> SocketAddr {
    if !listening.ip().is_unspecified() {
        return listening;
    }
    let here = towards_elsewhere().or_else(from_the_kernels_list).unwrap_or(Ipv4Addr::LOCALHOST);
    SocketAddr::new(IpAddr::V4(here), listening.port())
}

/// The address of the network card that leads elsewhere; nothing is sent. There is none on a network without a way out.
fn towards_elsewhere() -> Option<Ipv4Addr> {
    let socket = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 0)).ok()?;
    socket.connect(ELSEWHERE).ok()?;
    match socket.local_addr().ok()?.ip() {
        IpAddr::V4(address) if !address.is_loopback() && !address.is_unspecified() => Some(address),
        _ => None,
    }
}

/// The first address of a network card that Linux lists.
fn from_the_kernels_list() -> Option<Ipv4Addr> {
    local_addresses(&std::fs::read_to_string("/proc/net/fib_trie").ok()?)
        .find(|address| !address.is_loopback() && !address.is_link_local())
}

/// In the list, a line `/32 host LOCAL` stands beneath each address of this machine.
fn local_addresses(list: &str) -> impl Iterator<Item = Ipv4Addr> {
    list.lines().zip(list.lines().skip(1)).filter_map(|(line, next)| {
        let address = line.trim().strip_prefix("|-- ")?;
        next.trim().starts_with("/32 host LOCAL").then(|| address.parse().ok())?
    })
}

/// The code of an address, drawn with half blocks: two rows of it in a line of text, light on a dark screen. `None` for an address
/// that is longer than any code.
pub(super) fn code(address: &str) -> Option<String> {
    let code = QrCode::with_error_correction_level(address, EcLevel::M).ok()?;
    let (width, colors) = (code.width(), code.to_colors());
    let is_dark = |x: usize, y: usize| {
        let within = |at: usize| (QUIET..QUIET + width).contains(&at);
        within(x) && within(y) && colors[(y - QUIET) * width + x - QUIET] == Color::Dark
    };
    let whole = width + 2 * QUIET;
    let mut drawn = String::new();
    for y in (0..whole).step_by(2) {
        for x in 0..whole {
            drawn.push(match (is_dark(x, y), y + 1 >= whole || is_dark(x, y + 1)) {
                (false, false) => '█',
                (false, true) => '▀',
                (true, false) => '▄',
                (true, true) => ' ',
            });
        }
        drawn.push('\n');
    }
    Some(drawn)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_that_was_asked_for_is_kept() {
        let asked: SocketAddr = "127.0.0.1:8080".parse().unwrap();
        assert_eq!(address(asked), asked);
        let open: SocketAddr = "0.0.0.0:8080".parse().unwrap();
        assert!(!address(open).ip().is_unspecified());
        assert_eq!(address(open).port(), 8080);
    }

    #[test]
    fn the_machines_own_addresses_are_read_from_the_list() {
        let list = "Main:\n  +-- 0.0.0.0/0 3 0 5\n     |-- 127.0.0.1\n        /32 host LOCAL\n     \
            |-- 192.168.1.0\n        /24 link UNICAST\n     |-- 192.168.1.20\n        /32 host LOCAL\n";
        let found: Vec<String> = local_addresses(list).map(|address| address.to_string()).collect();
        assert_eq!(found, ["127.0.0.1", "192.168.1.20"]);
    }

    #[test]
    fn the_code_is_square_with_light_around_it() {
        let drawn = code("http://192.168.1.20:8080").unwrap();
        let lines: Vec<&str> = drawn.lines().collect();
        let width = lines[0].chars().count();
        assert_eq!(lines.len(), width.div_ceil(2));
        assert!(lines.iter().all(|line| line.chars().count() == width));
        assert!(lines[0].chars().all(|c| c == '█') && lines[1].chars().all(|c| c == '█'));
        assert!(
            lines
                .iter()
                .all(|line| line.starts_with("████") && line.ends_with("████") || line.starts_with("▀▀▀▀"))
        );
        assert!(drawn.contains(' '));
    }
}
