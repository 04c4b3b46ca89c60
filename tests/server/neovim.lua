-- Neovim with its own client of the protocol: opens a file, mends it, and asks what an editor asks. Run by clients.py in
-- a folder of its own, with the program in $DAPHNIA; what it saw is printed, and the exit code is 1 if something is wrong.
local file = 'sums.dfy'
local text = {
    '// 𝔸 letter of two UTF-16 units stands in front of everything.',
    'ghost function Sum(n: nat): nat {',
    '  if n == 0 then 0 else n + Sum(n - 1)',
    '}',
    'method Double(x: int) returns (y: int)',
    '  ensures y == 2 * x',
    '{',
    '  y := x + /* 𝔸 */ wrong;',
    '}',
    'method Caller() {',
    '  var four := Double(2);',
    '  assert four == 5;',
    '}',
}
vim.fn.writefile(text, file)

local patience = 60000 -- milliseconds
local failures = 0
local function check(what, holds, seen)
    if not holds then
        failures = failures + 1
    end
    io.stdout:write((holds and 'ok     ' or 'FAILED ') .. what .. (seen and ': ' .. seen or '') .. '\n')
end

local function finish()
    for _, client in pairs(vim.lsp.get_active_clients()) do
        vim.lsp.stop_client(client.id)
    end
    vim.wait(5000, function() return next(vim.lsp.get_active_clients()) == nil end, 20)
    check('the server has ended', next(vim.lsp.get_active_clients()) == nil)
    vim.cmd(failures == 0 and 'qa!' or 'cq!')
end

local states = {} -- of declarations, in their order, of the text as it is
local version

local function at_rest()
    local current = version == vim.lsp.util.buf_versions[vim.api.nvim_get_current_buf()]
    for _, each in ipairs(states) do
        current = current and each.status > 2
    end
    return current
end

local function settled()
    return vim.wait(patience, at_rest, 20)
end

local function problems()
    local result = {}
    for _, each in ipairs(vim.diagnostic.get(0)) do
        table.insert(result, string.format('%d:%d %s', each.lnum + 1, each.col, each.message:match('[^\n]*')))
    end
    table.sort(result)
    return table.concat(result, '; ')
end

local function replace(line, old, new)
    local whole = vim.api.nvim_buf_get_lines(0, line - 1, line, true)[1]
    local first, last = whole:find(old, 1, true)
    vim.api.nvim_buf_set_text(0, line - 1, first - 1, line - 1, last, { new })
end

local function ask(method, line, word, more)
    local whole = vim.api.nvim_buf_get_lines(0, line - 1, line, true)[1]
    vim.api.nvim_win_set_cursor(0, { line, (whole:find(word, 1, true)) - 1 })
    local params = vim.tbl_extend('force', vim.lsp.util.make_position_params(0, 'utf-16'), more or {})
    local answers = vim.lsp.buf_request_sync(0, method, params, patience)
    local answer = answers and select(2, next(answers)) or {}
    return answer.result, answer.error
end

local function run()
    vim.cmd('edit ' .. file)
    local client = vim.lsp.start_client({
        name = 'daphnia',
        cmd = { vim.env.DAPHNIA, 'server', '--cache:off' },
        root_dir = vim.fn.getcwd(),
        handlers = {
            ['dafny/textDocument/symbolStatus'] = function(_, params)
                states, version = params.namedVerifiables, params.version
            end,
            -- Others of the dialect are nothing to Neovim.
            ['dafny/compilation/status'] = function() end,
            ['dafnyLanguageServerVersionReceived'] = function() end,
            ['serverStarted'] = function() end,
        },
    })
    vim.lsp.buf_attach_client(0, client)

    check('an unknown name is reported', vim.wait(patience, function() return problems() ~= '' end, 20), problems())
    -- Counted in bytes: the letter before it takes four, and two units in the protocol.
    check('it is reported at its place', problems():find('^8:22 ') ~= nil, problems())

    -- Without the body there would be nothing to prove.
    vim.wait(patience, function() return states[1] and states[1].status == 5 end, 20)
    check('what has no errors is proved', states[1] and states[1].status == 5)
    check('what has errors cannot be proved', ask('dafny/textDocument/verifySymbol', 5, 'Double') == false
        and states[2].status == 0)

    replace(8, 'wrong', 'x')
    check('the text settles', settled())
    check('what is not proved is reported', problems():find('^12:%d+ ') ~= nil, problems())

    local hover = ask('textDocument/hover', 11, 'Double')
    local shown = hover and table.concat(vim.lsp.util.convert_input_to_markdown_lines(hover.contents), ' ') or 'nothing'
    check('a hover shows the contract', shown:find('ensures y == 2 * x', 1, true) ~= nil, shown)

    local definition = ask('textDocument/definition', 11, 'Double')
    local place = definition and (definition.range or definition[1].range).start or { line = -1, character = -1 }
    check('the definition is found', place.line == 4 and place.character == 7, vim.inspect(place):gsub('%s+', ' '))

    local references = ask('textDocument/references', 5, 'Double', { context = { includeDeclaration = true } })
    check('references are found', references and #references == 2, references and tostring(#references))

    local edits, refusal = ask('textDocument/rename', 8, 'x +', { newName = 'number' })
    check('a name can be another', edits ~= nil and refusal == nil, refusal and refusal.message)
    if edits then
        vim.lsp.util.apply_workspace_edit(edits, 'utf-16')
        local lines = vim.api.nvim_buf_get_lines(0, 4, 8, true)
        check('it is another everywhere', lines[1]:find('(number: int)', 1, true) and lines[2]:find('2 * number', 1, true)
            and lines[4] == '  y := number + /* 𝔸 */ number;', lines[4])
    end

    local line = vim.api.nvim_buf_get_lines(0, 11, 12, true)[1]
    local range = { start = { line = 11, character = 0 }, ['end'] = { line = 11, character = #line } }
    local diagnostics = vim.lsp.diagnostic.get_line_diagnostics(0, 11)
    local can = vim.lsp.get_client_by_id(client).server_capabilities
    if can.codeActionProvider then
        local actions = ask('textDocument/codeAction', 12, 'assert', { range = range, context = { diagnostics = diagnostics } })
        check('code actions are a list', type(actions) == 'table', vim.inspect(actions):gsub('%s+', ' '):sub(1, 200))
    else
        io.stdout:write('       the server has no code actions\n')
    end

    replace(12, '5', '4')
    check('the text settles again', settled())
    check('nothing is reported when it is mended', vim.wait(patience, function() return problems() == '' end, 20), problems())
    local proved = #states
    for _, each in ipairs(states) do
        proved = proved - (each.status == 5 and 0 or 1)
    end
    check('all declarations are proved', proved == 3, proved .. ' of ' .. #states)

    vim.api.nvim_buf_set_lines(0, 2, 3, true, { '      if n == 0 then 0 else n + Sum(n - 1)' })
    local indentation = { options = { tabSize = 2, insertSpaces = true } }
    local formatted = ask('textDocument/formatting', 3, 'if', indentation)
    check('the text can be formatted', formatted ~= nil and #formatted > 0)
    if formatted then
        vim.lsp.util.apply_text_edits(formatted, 0, 'utf-16')
        local new = vim.api.nvim_buf_get_lines(0, 2, 3, true)[1]
        check('the indentation is that of the rest', new == '  if n == 0 then 0 else n + Sum(n - 1)', new)
    end
end

local ok, problem = pcall(run)
check('the script ends', ok, problem)
finish()
