// The icons a template may ask for, by the name it uses, and where in Material Symbols (Rounded, weight 400) each one
// comes from. One page carries only the symbols it shows.
import { readFileSync } from 'node:fs';

const same = `accessible account_balance add archive arrow_back arrow_forward badge bar_chart calendar_month call
  call_end cancel chat check check_circle chevron_left chevron_right close delete description directions_walk download
  draft edit elderly error event family_restroom first_page flag folder forward groups handshake hearing help history
  home info key language last_page local_library local_parking lock login logout mail map menu_book my_location
  notifications open_in_new payments person person_add person_remove phone_callback play_circle print qr_code_2 record_voice_over
  refresh remove reply save schedule school search send shield sms star stop_circle storefront support_agent sync
  text_increase touch_app translate tune upload_file verified_user visibility visibility_off volume_up volunteer_activism warning wc
  pause_circle timer pedal_bike directions_car directions_bus sailing local_florist sunny cloud cake redeem umbrella tram local_cafe
  bedtime music_note lightbulb sports_soccer rocket_launch cottage chair agriculture wind_power flight luggage
  icecream potted_plant bug_report cruelty_free headphones brush diamond eyeglasses globe shopping_basket castle watch`;

const sources = {
  ...Object.fromEntries(same.split(/\s+/).map((name) => [name, name])),
  expand_more: 'keyboard_arrow_down',
  expand_less: 'keyboard_arrow_up',
  location_on: 'location_on',
  telephone: 'mobile',
  business: 'domain',
  step_free: 'accessible_forward',
};

// A tenth of a unit on a grid of 960 cannot be seen; the digits behind it can be weighed.
const shorten = (path) => path.replace(/\d+\.\d\d+(?![\d.])/g, (number) => String(Number(Number(number).toFixed(1))));

/** `{name: {viewBox, body}}`, read from the packages in `modules`. */
export function readIcons(modules) {
  const icons = {};
  for (const name of Object.keys(sources).sort()) {
    const svg = readFileSync(`${modules}/@material-symbols/svg-400/rounded/${sources[name]}.svg`, 'utf8');
    icons[name] = parse(svg);
    icons[name].body = shorten(icons[name].body);
  }
  icons.mark = parse(readFileSync(new URL('img/mark.svg', import.meta.url), 'utf8'));
  return icons;
}

function parse(svg) {
  const [, viewBox, body] = svg.match(/viewBox="([^"]+)"[^>]*>([\s\S]*)<\/svg>/);
  return { viewBox, body: body.trim() };
}
