-- What wrk asks for. LOAD=hello: one address. LOAD=readers: 300 postcodes, with and without a topic, as readers come
-- back to the same ones within a minute. LOAD=strangers: every address is a new one.
local codes = {}
for line in io.lines("data/denmark/postcodes.csv") do
  local code = line:match("^(%d%d%d%d),")
  if code then codes[#codes + 1] = code end
end

local kind = os.getenv("LOAD") or "hello"
local n = 0

-- As every browser does.
wrk.headers["Accept-Encoding"] = "gzip, deflate, br"

function request()
  n = n + 1
  local code = codes[(n * 37) % 300 + 1]
  if kind == "hello" then
    return wrk.format("GET", "/")
  elseif kind == "readers" then
    return wrk.format("GET", "/find-hjaelp?near=" .. code .. (n % 2 == 0 and "&topic=mitid" or ""))
  end
  return wrk.format("GET", "/find-hjaelp?near=" .. codes[(n * 37) % #codes + 1] .. "&stranger=" .. n)
end
