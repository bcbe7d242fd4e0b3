/* A learner's page in a class works without this file: it says at the next click that there is a pause, or where everybody is sent. With
   it the page notices by itself. What is being typed is never taken away: then the page says where the teacher wants to go, with a
   link. Written for old telephones (ES5). */
(function () {
  'use strict';

  var part = document.querySelector('[data-om-class-ask]');
  if (!part) return;
  var typed = false;
  document.addEventListener('input', function (event) { typed = typed || Boolean(event.target.form); });

  function ask() {
    if (!document.hidden) get(part.getAttribute('data-om-class-ask'), heard);
    window.setTimeout(ask, 2500);
  }

  function heard(text) {
    var said = JSON.parse(text);
    var pause = document.getElementById('class-pause');
    var sent = document.getElementById('class-sent');
    if (pause) pause.hidden = !said.paused;
    if (document.querySelector('[data-om-paused]')) {
      if (!said.paused) location.reload();
      return;
    }
    if (said.told <= Number(part.getAttribute('data-om-told'))) return;
    if (!typed) return location.assign(said.href);
    sent.hidden = false;
    sent.querySelector('a').href = said.href;
  }

  window.setTimeout(ask, 2500);

  function get(address, use) {
    var request = new XMLHttpRequest();
    request.open('GET', address);
    request.onload = function () { if (request.status === 200) use(request.responseText); };
    request.send();
  }
})();
