/* The page works without this file. It adds three things to buttons that are hidden until it has run:
   find me, read aloud, print. Written for old telephones (ES5). */
(function () {
  'use strict';

  function each(selector, act) {
    Array.prototype.forEach.call(document.querySelectorAll(selector), act);
  }

  function label(button) {
    return button.querySelector('[data-om-label]') || button;
  }

  /* Print. */
  each('[data-om-print]', function (button) {
    button.hidden = false;
    button.addEventListener('click', function () { window.print(); });
  });

  /* Places near me. Three decimals are about 100 metres: enough to find the library, too little to find the door. */
  if (navigator.geolocation) each('[data-om-near]', near);

  function near(button) {
    var form = button.form;
    var status = document.createElement('p');
    if (!form || !form.elements.lat || !form.elements.lon) return;
    status.setAttribute('role', 'status');
    status.className = 'om-near-status';
    form.appendChild(status);
    button.hidden = false;
    button.addEventListener('click', function () {
      status.textContent = '';
      button.disabled = true;
      navigator.geolocation.getCurrentPosition(function (here) {
        form.elements.lat.value = here.coords.latitude.toFixed(3);
        form.elements.lon.value = here.coords.longitude.toFixed(3);
        HTMLFormElement.prototype.submit.call(form);
      }, function () {
        button.disabled = false;
        status.textContent = button.getAttribute('data-om-denied');
      }, { timeout: 10000, maximumAge: 300000 });
    });
    /* Back from the results: the browser may have kept the page as it was when the button was waiting. */
    window.addEventListener('pageshow', function () { button.disabled = false; });
  }

  /* Read aloud, only with a voice on the machine itself: a letter must not be sent away to be read. */
  var speech = window.speechSynthesis;
  if (!speech || !window.SpeechSynthesisUtterance) return;
  var language = (document.documentElement.lang || 'da').slice(0, 2).toLowerCase();

  function localVoice() {
    return speech.getVoices().filter(function (voice) {
      return voice.localService && voice.lang.slice(0, 2).toLowerCase() === language;
    })[0];
  }

  function offer() {
    if (localVoice()) each('[data-om-read]', function (button) { button.hidden = false; });
  }

  /* One sentence or heading at a time: long texts are cut off by several browsers. "1. december" is not two. */
  function read(done) {
    var text = document.querySelector('main').innerText.replace(/([.!?؟۔])\s+(?=[^a-zæøåçğıöşü0-9])/g, '$1\n');
    var lines = text.split('\n').filter(function (line) { return /\S/.test(line); });
    lines.forEach(function (line, at) {
      var spoken = new SpeechSynthesisUtterance(line);
      spoken.voice = localVoice();
      spoken.lang = spoken.voice.lang;
      spoken.rate = 0.9;
      if (at === lines.length - 1) spoken.onend = done;
      speech.speak(spoken);
    });
  }

  each('[data-om-read]', function (button) {
    var start = label(button).textContent;
    var reading = false;
    function stopped() {
      reading = false;
      label(button).textContent = start;
    }
    button.addEventListener('click', function () {
      speech.cancel();
      if (reading) return stopped();
      reading = true;
      label(button).textContent = button.getAttribute('data-om-stop') || start;
      read(stopped);
    });
  });

  offer();
  if ('onvoiceschanged' in speech) speech.onvoiceschanged = offer;
  window.addEventListener('pagehide', function () { speech.cancel(); });
})();
