//! An authority made for one test, and the certificate it gives the mail server of that test.

use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, DnType, IsCa, KeyPair};

/// What a server and those who call it need, each in PEM.
pub(crate) struct Certificates {
    /// The authority, which callers trust.
    pub(crate) authority: String,
    /// The certificate of the server, for `localhost`.
    pub(crate) server: String,
    /// Its key.
    pub(crate) key: String,
}

pub(crate) fn new() -> Certificates {
    let mut params = CertificateParams::new(Vec::new()).unwrap();
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    params.distinguished_name.push(DnType::CommonName, "Vejle Kommune");
    let authority = CertifiedIssuer::self_signed(params, KeyPair::generate().unwrap()).unwrap();

    let key = KeyPair::generate().unwrap();
    let mut params = CertificateParams::new(["localhost".to_owned()]).unwrap();
    params.distinguished_name.push(DnType::CommonName, "smtp.example.dk");
    let server = params.signed_by(&key, &authority).unwrap();
    Certificates { authority: authority.pem(), server: server.pem(), key: key.serialize_pem() }
}
