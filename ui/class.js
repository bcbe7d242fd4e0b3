/* The pages of a class's teacher work without this file: they are then read anew every few seconds, or by a link. With it they follow
   the learners by server-sent events. Written for old browsers (ES5). */
(function () {
  'use strict';

  var part = document.querySelector('[data-om-class-stream]');
  if (part && window.EventSource) follow(part);

  /* The teacher's list, or what the projector shows. A browser has few connections to one server: a window that nobody sees
     gives its back. */
  function follow(part) {
    var source = null;
    var again = 0;

    function open() {
      if (source || document.hidden) return;
      source = new EventSource(part.getAttribute('data-om-class-stream'));
      source.onopen = function () { mark(true); };
      source.onerror = function () { mark(false); };
      source.addEventListener('list', function (event) { put(document.getElementById('learners'), event.data); });
      source.addEventListener('learner', function (event) {
        var at = event.data.indexOf('\n');
        put(document.getElementById(event.data.slice(0, at)), event.data.slice(at + 1));
      });
      /* The class itself has changed, or the step that the projector shows. */
      source.addEventListener('class', anew);
      if (part.hasAttribute('data-om-class-board')) source.addEventListener('learner', function (event) {
        if (event.data.indexOf(part.getAttribute('data-om-class-board') + '\n') === 0) anew();
      });
    }

    function close() {
      if (source) source.close();
      source = null;
    }

    function mark(isLive) {
      var live = part.querySelector('[data-om-live]');
      var lost = part.querySelector('[data-om-lost]');
      if (live) live.hidden = !isLive;
      if (lost) lost.hidden = isLive;
    }

    /* Reads this page again, and takes over what has changed in it; not while somebody is typing in it. */
    function anew() {
      if (again) return;
      again = window.setTimeout(function () {
        again = 0;
        get(location.href, function (text) {
          var other = new DOMParser().parseFromString(text, 'text/html');
          Array.prototype.forEach.call(document.querySelectorAll('[data-om-anew]'), function (old) {
            var fresh = other.getElementById(old.id);
            if (fresh && !old.contains(document.activeElement)) old.innerHTML = fresh.innerHTML;
          });
        });
      }, 300);
    }

    document.addEventListener('visibilitychange', function () { if (document.hidden) close(); else open(); });
    window.addEventListener('pagehide', close);
    window.addEventListener('pageshow', open);
    open();
  }

  /* Puts a part of the list anew, and leaves the focus where it was. */
  function put(part, html) {
    var focus = part && part.contains(document.activeElement) && document.activeElement.id;
    if (!part) return;
    part.innerHTML = html;
    focus = focus && document.getElementById(focus);
    if (focus) focus.focus();
  }

  function get(address, use) {
    var request = new XMLHttpRequest();
    request.open('GET', address);
    request.onload = function () { if (request.status === 200) use(request.responseText); };
    request.send();
  }
})();
