#include "lsp/server.h"

#include "lsp/publication.h"
#include "lsp/trace.h"
#include "support/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace daphnia::lsp {

namespace {

// Between two messages about what is being proved; of a large text, so many times what it takes to say them.
constexpr std::chrono::milliseconds kBetweenNews(30);
constexpr int kQuietPart = 10;

// The version of Dafny whose language and dialect this is: its extension asks for one that it knows.
constexpr const char* kDafnyVersion = "4.11.0.0";

constexpr int kErrorMessage = 1; // MessageType
constexpr int kWarningMessage = 2;

std::int64_t version(const Json& document) {
    const Json& value = member(document, "version");
    return value.is_number_integer() ? value.get<std::int64_t>() : 0;
}

PositionEncoding agree_on(const Json& capabilities) {
    const Json& offered = member(member(capabilities, "general"), "positionEncodings");
    const auto has = [&](PositionEncoding encoding) {
        return offered.is_array() && std::find(offered.begin(), offered.end(), to_string(encoding)) != offered.end();
    };
    return has(PositionEncoding::Utf8)    ? PositionEncoding::Utf8
           : has(PositionEncoding::Utf32) ? PositionEncoding::Utf32
                                          : PositionEncoding::Utf16;
}

// That a document belongs to no program.
Json refusal(const std::string& message) {
    return {{"range", to_json(Range{})},
            {"severity", 1},
            {"code", support::info(support::Rule::Input).id},
            {"source", "daphnia"},
            {"message", "the project file of this program cannot be used: " + message}};
}

// Of what the messages cancel.
std::set<Json> cancelled_in(const std::vector<Message>& messages) {
    std::set<Json> result;
    for (const Message& message : messages) {
        const auto* notification = std::get_if<Notification>(&message);
        if (notification != nullptr && notification->method == "$/cancelRequest") {
            result.insert(member(notification->params, "id"));
        }
    }
    return result;
}

} // namespace

Server::Server(const Options& options, std::function<void(const std::string&)> send)
    : options_(options), send_(std::move(send)), workspace_(options) {}

void Server::notify(const std::string& method, const Json& params) {
    send_(notification_text(method, params));
}

// What has been said of the document already is not said again.
void Server::notify_once(const std::string& method, const std::string& uri, const Json& params) {
    Json& last = last_said_[{method, uri}];
    if (last != params) {
        last = params;
        notify(method, params);
    }
}

void Server::receive(const std::vector<std::string>& texts) {
    std::vector<Message> messages;
    for (const std::string& each : texts) {
        messages.push_back(read_message(each));
    }
    const std::set<Json> cancelled = cancelled_in(messages);
    for (const Message& message : messages) {
        receive(message, cancelled);
    }
    if (workspace_.has_news()) {
        look();
    }
}

void Server::receive(const Message& message, const std::set<Json>& cancelled) {
    if (const auto* request = std::get_if<Request>(&message)) {
        if (cancelled.count(request->id) > 0 && is_initialized_) {
            send_(error_text(request->id, ErrorCode::RequestCancelled, "the request was cancelled"));
        } else {
            answer(*request);
        }
    } else if (const auto* notification = std::get_if<Notification>(&message)) {
        take(*notification);
    } else if (const auto* malformed = std::get_if<Malformed>(&message)) {
        send_(error_text(malformed->id, malformed->code, malformed->message));
    }
}

void Server::answer(const Request& request) {
    try {
        dispatch(request);
    } catch (const RequestError& error) {
        send_(error_text(request.id, error.code(), error.what()));
    } catch (const std::exception& error) {
        send_(error_text(request.id, ErrorCode::InternalError,
                         fmt::format("{}: {}; this is a defect of Daphnia", request.method, error.what())));
    }
}

void Server::dispatch(const Request& request) {
    if (request.method == "initialize") {
        initialize(request);
        return;
    }
    if (!is_initialized_) {
        throw RequestError(ErrorCode::ServerNotInitialized, "the first request is initialize");
    }
    if (is_shut_down_) {
        throw RequestError(ErrorCode::InvalidRequest, "the server is shut down");
    }
    if (request.method == "shutdown") {
        is_shut_down_ = true;
        waiting_.clear();
        send_(result_text(request.id, nullptr));
        return;
    }
    const auto feature = features().find(request.method);
    if (feature == features().end()) {
        throw RequestError(ErrorCode::MethodNotFound, fmt::format("there is no method {}", request.method));
    }
    look();
    Reply reply = feature->second(workspace_, request.params);
    has_news_ = true; // perhaps it has asked for proofs
    if (reply.pending == nullptr) {
        send_(result_text(request.id, reply.result));
    } else {
        waiting_.push_back({request.id, std::move(reply.pending)});
    }
}

void Server::initialize(const Request& request) {
    if (is_initialized_) {
        throw RequestError(ErrorCode::InvalidRequest, "the server is initialized");
    }
    is_initialized_ = true;
    const Json& client = member(request.params, "capabilities");
    workspace_.set_encoding(agree_on(client));
    const Json& watching = member(member(member(client, "workspace"), "didChangeWatchedFiles"), "dynamicRegistration");
    can_watch_ = watching.is_boolean() && watching.get<bool>();
    const Json& item = member(member(member(client, "textDocument"), "completion"), "completionItem");
    const Json& hints = member(member(client, "workspace"), "inlayHint");
    workspace_.set_client({member(item, "snippetSupport") == true, member(hints, "refreshSupport") == true});
    const Json& process = member(request.params, "processId");
    if (process.is_number_integer() && process.get<std::int64_t>() > 0) {
        editor_ = static_cast<pid_t>(process.get<std::int64_t>());
    }
    Json can = capabilities();
    can["positionEncoding"] = to_string(workspace_.encoding());
    send_(result_text(request.id, {{"capabilities", std::move(can)},
                                   {"serverInfo", {{"name", "Daphnia"}, {"version", options_.version}}}}));
}

const std::map<std::string, Server::NotificationHandler>& Server::notification_handlers() {
    static const std::map<std::string, NotificationHandler> table = {
        {"initialized", &Server::initialized},
        {"exit", &Server::exit},
        {"textDocument/didOpen", &Server::did_open},
        {"textDocument/didChange", &Server::did_change},
        {"textDocument/didClose", &Server::did_close},
        {"textDocument/didSave", &Server::did_save},
        {"workspace/didChangeWatchedFiles", &Server::did_change_files},
        {"workspace/didChangeConfiguration", &Server::did_change_configuration},
        {"workspace/didChangeWorkspaceFolders", &Server::ignore},
        {"$/cancelRequest", &Server::cancel},
        {"$/setTrace", &Server::ignore},
    };
    return table;
}

// A notification has no answer; what is wrong with it is nothing that the user could mend.
void Server::take(const Notification& notification) {
    const auto handler = notification_handlers().find(notification.method);
    const bool known = handler != notification_handlers().end();
    if (!known || (!is_initialized_ && notification.method != "exit")) {
        return;
    }
    try {
        (this->*handler->second)(notification.params);
    } catch (const std::exception& error) {
        notify("window/logMessage",
               {{"type", kErrorMessage}, {"message", fmt::format("{}: {}", notification.method, error.what())}});
    }
}

void Server::initialized(const Json&) {
    notify("dafnyLanguageServerVersionReceived", Json::array({kDafnyVersion}));
    notify("serverStarted", Json::array({kDafnyVersion}));
    if (can_watch_) {
        const Json watchers = Json::array({{{"globPattern", "**/*.dfy"}}, {{"globPattern", "**/dfyconfig.toml"}}});
        send_(request_text("daphnia/watch", "client/registerCapability",
                           {{"registrations", Json::array({{{"id", "daphnia/watch"},
                                                            {"method", "workspace/didChangeWatchedFiles"},
                                                            {"registerOptions", {{"watchers", watchers}}}}})}}));
    }
}

void Server::exit(const Json&) {
    exit_code_ = is_shut_down_ ? 0 : 1;
}

void Server::did_open(const Json& params) {
    const Json& document = member(params, "textDocument");
    const std::string uri = text_in(document, "uri");
    workspace_.open(uri, version(document), text_in(document, "text"));
    drop_pending(ErrorCode::ContentModified, "another text is open");
    want_proofs(workspace_.program_of(workspace_.document(uri)));
}

void Server::did_change(const Json& params) {
    const Json& document = member(params, "textDocument");
    const std::string uri = text_in(document, "uri");
    workspace_.change(uri, version(document), member(params, "contentChanges"));
    drop_pending(ErrorCode::ContentModified, "the text has changed");
}

void Server::did_close(const Json& params) {
    const std::string uri = text_in(member(params, "textDocument"), "uri");
    const std::string path = workspace_.document(uri).path();
    workspace_.close(uri);
    drop_pending(ErrorCode::ContentModified, "a text was closed");
    wanted_.erase(path);
    ghosts_said_.erase(uri);
    std::erase_if(last_said_, [&](const auto& said) { return said.first.second == uri; });
    has_news_ = true;
}

void Server::did_save(const Json& params) {
    const std::string uri = text_in(member(params, "textDocument"), "uri");
    const Document& document = workspace_.document(uri);
    if (workspace_.program_of(document) == nullptr) {
        workspace_.refresh(); // a project file
    }
    want_proofs(nullptr);
}

void Server::did_change_files(const Json&) {
    workspace_.refresh();
    drop_pending(ErrorCode::ContentModified, "files have changed");
}

// Settings are those of the command line, which the editor gives when it starts the server.
void Server::did_change_configuration(const Json&) {}

void Server::cancel(const Json& params) {
    const Json& id = member(params, "id");
    const auto found =
        std::find_if(waiting_.begin(), waiting_.end(), [&](const Waiting& waiting) { return waiting.id == id; });
    if (found != waiting_.end()) {
        send_(error_text(id, ErrorCode::RequestCancelled, "the request was cancelled"));
        waiting_.erase(found);
    }
}

void Server::drop_pending(ErrorCode code, const std::string& message) {
    for (const Waiting& waiting : waiting_) {
        send_(error_text(waiting.id, code, message));
    }
    waiting_.clear();
}

// Of the open documents of a program, or of all.
void Server::want_proofs(const Program* program) {
    if (options_.verify_on == VerifyOn::Never) {
        return;
    }
    for (const auto& [path, document] : workspace_.documents()) {
        if (program == nullptr || workspace_.program_of(document) == program) {
            wanted_.insert(path);
        }
    }
    prove_at_ = Clock::now() + options_.pause;
}

// Programs as they are: what they mean is said at once, proofs come after a pause.
void Server::look() {
    if (!workspace_.has_news()) {
        return;
    }
    for (const Program* program : workspace_.look()) {
        if (options_.verify_on != VerifyOn::Save) {
            want_proofs(program);
        }
    }
    has_news_ = true;
    publish();
}

void Server::prove() {
    for (const std::string& path : std::exchange(wanted_, {})) {
        const auto found = workspace_.documents().find(path);
        Program* program = found == workspace_.documents().end() ? nullptr : workspace_.program_of(found->second);
        if (program != nullptr) {
            const Document& document = found->second;
            const Program::Place last{path, document.last_edit_begin(), document.last_edit_end()};
            program->prove({last}, options_.verify_on == VerifyOn::Change ? path : std::string());
        }
    }
}

std::vector<int> Server::file_descriptors() const {
    std::vector<int> result;
    for (const Program* program : workspace_.programs()) {
        const std::vector<int> more = program->file_descriptors();
        result.insert(result.end(), more.begin(), more.end());
    }
    for (const Waiting& waiting : waiting_) {
        const std::vector<int> more = waiting.work->file_descriptors();
        result.insert(result.end(), more.begin(), more.end());
    }
    return result;
}

std::optional<std::chrono::milliseconds> Server::patience() const {
    std::optional<std::chrono::milliseconds> result;
    const auto within = [&](std::optional<std::chrono::milliseconds> time) { result = sooner(result, time); };
    const auto until = [](Clock::time_point time) {
        return std::max(std::chrono::milliseconds(0),
                        std::chrono::ceil<std::chrono::milliseconds>(time - Clock::now()));
    };
    for (const Program* program : workspace_.programs()) {
        within(program->patience());
    }
    for (const Waiting& waiting : waiting_) {
        within(waiting.work->patience());
    }
    if (!wanted_.empty()) {
        within(until(prove_at_));
    }
    if (has_news_) {
        within(until(published_at_ + between_news_));
    }
    return result;
}

void Server::step() {
    if (!wanted_.empty() && Clock::now() >= prove_at_) {
        prove();
    }
    bool is_busy = false;
    for (Program* program : workspace_.programs()) {
        has_news_ = program->step() || has_news_;
        for (const std::string& note : program->take_notes()) {
            notify("window/logMessage", {{"type", kWarningMessage}, {"message", note}});
        }
        is_busy = is_busy || program->is_busy();
    }
    step_pending();
    if (has_news_ && (!is_busy || Clock::now() >= published_at_ + between_news_)) {
        publish();
    }
}

void Server::step_pending() {
    for (std::size_t i = 0; i < waiting_.size();) {
        std::string text;
        try {
            if (const std::optional<Json> result = waiting_[i].work->step()) {
                text = result_text(waiting_[i].id, *result);
            }
        } catch (const RequestError& error) {
            text = error_text(waiting_[i].id, error.code(), error.what());
        } catch (const std::exception& error) {
            text = error_text(waiting_[i].id, ErrorCode::InternalError,
                              fmt::format("{}; this is a defect of Daphnia", error.what()));
        }
        if (text.empty()) {
            ++i;
            continue;
        }
        waiting_.erase(waiting_.begin() + static_cast<std::ptrdiff_t>(i));
        send_(text);
    }
}

// How far things are comes last: whoever sees that all is known has heard it.
void Server::publish() {
    has_news_ = false;
    published_at_ = Clock::now();
    const Locator locator = workspace_.locator();
    publish_diagnostics(locator);
    publish_states(locator);
    refresh_hints();
    const auto took = std::chrono::ceil<std::chrono::milliseconds>(Clock::now() - published_at_);
    between_news_ = std::max(kBetweenNews, kQuietPart * took);
}

// Of a file that is open, its own program says everything; of others, all programs that it is part of.
void Server::publish_diagnostics(const Locator& locator) {
    std::map<std::string, Json> all;
    std::map<std::string, const Program*> owner;
    for (const auto& [path, document] : workspace_.documents()) {
        if (const Program* program = workspace_.program_of(document)) {
            owner[document.uri()] = program;
        }
    }
    for (const Program* program : workspace_.programs()) {
        if (program->moment() == nullptr) {
            continue;
        }
        for (auto& [uri, list] : diagnostics_of(*program, locator)) {
            const auto own = owner.find(uri);
            if (own != owner.end() && own->second != program) {
                continue;
            }
            Json& said = all.try_emplace(uri, Json::array()).first->second;
            for (Json& diagnostic : list) {
                if (std::find(said.begin(), said.end(), diagnostic) == said.end()) {
                    said.push_back(std::move(diagnostic));
                }
            }
        }
    }
    for (const auto& [path, message] : workspace_.refusals()) {
        all[workspace_.documents().at(path).uri()] = Json::array({refusal(message)});
    }
    for (const auto& [uri, params] : published_) {
        all.try_emplace(uri, Json::array()); // what is no longer part of any program
    }
    for (const auto& [uri, list] : all) {
        publish(uri, list);
    }
    std::erase_if(published_, [](const auto& entry) { return entry.second.at("diagnostics").empty(); });
}

void Server::publish_states(const Locator& locator) {
    for (const auto& [path, document] : workspace_.documents()) {
        const Program* program = workspace_.program_of(document);
        if (program == nullptr || program->moment() == nullptr) {
            continue;
        }
        const std::string& uri = document.uri();
        // The client takes "resolved" to mean that the symbols are known.
        notify_once("dafny/textDocument/symbolStatus", uri, symbol_status(*program, document, locator));
        notify_once("dafny/compilation/status", uri, compilation_status(*program, document));
        if (options_.notify_lines) {
            notify_once("dafny/verification/status/gutter", uri, line_status(*program, document, locator));
        }
        if (options_.notify_ghostness) {
            say_what_is_ghost(*program, document, locator);
        }
    }
}

// Only the text decides, no verdict.
void Server::say_what_is_ghost(const Program& program, const Document& document, const Locator& locator) {
    std::weak_ptr<const Moment>& said = ghosts_said_[document.uri()];
    if (said.lock() != program.moment()) {
        said = program.moment();
        notify_once("dafny/ghost/diagnostics", document.uri(), ghost_status(program, document, locator));
    }
}

// The editor asks for hints when the text changes, and not when what is known of it does.
void Server::refresh_hints() {
    if (!workspace_.client().hint_refresh) {
        return;
    }
    Json hints = Json::object();
    for (const auto& [path, document] : workspace_.documents()) {
        const Program* program = workspace_.program_of(document);
        if (program != nullptr && program->moment() != nullptr) {
            Json shown = trace_hints(workspace_, *program, document);
            if (!shown.empty()) {
                hints[document.uri()] = std::move(shown);
            }
        }
    }
    if (hints != hints_ && !(hints.empty() && hints_.is_null())) {
        send_(request_text(fmt::format("daphnia/hints/{}", ++refreshes_), "workspace/inlayHint/refresh", nullptr));
    }
    hints_ = std::move(hints);
}

void Server::publish(const std::string& uri, const Json& diagnostics) {
    Json params = {{"uri", uri}, {"diagnostics", diagnostics}};
    for (const auto& [path, document] : workspace_.documents()) {
        if (document.uri() == uri) {
            params["version"] = document.version();
        }
    }
    const auto known = published_.find(uri);
    const bool was_clear = known == published_.end();
    if (was_clear ? !diagnostics.empty() || params.contains("version") : known->second != params) {
        notify("textDocument/publishDiagnostics", params);
    }
    published_[uri] = std::move(params);
}

} // namespace daphnia::lsp
