/* Small comforts; every page works without them. Written for old browsers: no modules, no newer syntax. */
(function () {
  var d = document
  function each(list, deed) { for (var i = 0; i < list.length; i++) deed(list[i]) }

  // S1-20: too old for the application behind the sign-in.
  var able = 'noModule' in d.createElement('script') && window.Promise && Object.fromEntries && window.IntersectionObserver
  var note = d.getElementById('old-browser')
  if (!able && note) note.className += ' shown'

  var summary = d.querySelector('[data-focus]')
  if (summary) summary.focus()

  // A second press of the button, or of Enter, sends nothing twice. Coming back by the browser's arrow frees the form again.
  each(d.querySelectorAll('form[data-once]'), function (form) {
    form.addEventListener('submit', function (event) {
      if (form.getAttribute('data-sent')) return event.preventDefault()
      form.setAttribute('data-sent', 'yes')
      each(form.querySelectorAll('button[type=submit]'), function (b) { b.setAttribute('aria-disabled', 'true') })
    })
  })
  window.addEventListener('pageshow', function () {
    each(d.querySelectorAll('form[data-sent]'), function (form) {
      form.removeAttribute('data-sent')
      each(form.querySelectorAll('button[type=submit]'), function (b) { b.removeAttribute('aria-disabled') })
    })
  })

  // E64: the platform's time goes on from the moment of the answer, whatever the clock of this computer says.
  var clock = d.querySelector('[data-clock]')
  if (clock) {
    var ahead = Date.parse(clock.getAttribute('datetime')) - Date.now()
    var tick = function () {
      var now = Date.now() + ahead
      // Of Asia/Shanghai, which has had no summer time since 1991.
      var shown = new Date(now + 8 * 3600000).toISOString()
      clock.textContent = shown.slice(0, 10) + ' ' + shown.slice(11, 16)
      clock.setAttribute('datetime', new Date(now).toISOString())
      setTimeout(tick, 60000 - now % 60000)
    }
    tick()
  }

  each(d.querySelectorAll('[data-password]'), function (box) {
    var input = box.querySelector('input')
    var button = d.createElement('button')
    button.type = 'button'
    button.className = 'text-button'
    button.setAttribute('aria-pressed', 'false')
    button.setAttribute('aria-controls', input.id)
    button.textContent = box.getAttribute('data-show')
    button.addEventListener('click', function () {
      var show = input.type === 'password'
      input.type = show ? 'text' : 'password'
      button.setAttribute('aria-pressed', String(show))
      button.textContent = box.getAttribute(show ? 'data-hide' : 'data-show')
    })
    box.appendChild(button)
  })

  // S1-14: a foretaste; the server decides.
  function level(text) {
    var kinds = /[A-Z]/.test(text) + /[a-z]/.test(text) + /\d/.test(text) + /[^A-Za-z\d]/.test(text)
    var different = {}
    each(text.split(''), function (c) { different[c] = 1 })
    if (text.length < 10 || kinds < 3 || Object.keys(different).length < 6) return 1
    return text.length >= 14 || kinds === 4 ? 3 : 2
  }
  each(d.querySelectorAll('[data-meter]'), function (meter) {
    var input = d.getElementById(meter.getAttribute('data-meter'))
    input.addEventListener('input', function () {
      var n = level(input.value)
      meter.hidden = !input.value
      meter.setAttribute('data-level', n)
      meter.querySelector('.word').textContent = meter.getAttribute(['data-weak', 'data-fair', 'data-strong'][n - 1])
    })
  })
})()
