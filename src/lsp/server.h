// A language server without its streams: messages in, messages out, and work in between that is done step by step.
// One thread; nothing here waits.
#pragma once

#include "lsp/feature.h"
#include "lsp/options.h"
#include "lsp/workspace.h"

#include <sys/types.h>

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace daphnia::lsp {

class Server {
  public:
    // `send` takes the texts of messages.
    Server(const Options& options, std::function<void(const std::string&)> send);

    // Texts of messages that have come, as many as are there: of requests that are cancelled by a later one of them
    // nothing is done.
    void receive(const std::vector<std::string>& texts);

    // There is something to do when one of these can be read, or after this time (nothing: not by time alone).
    std::vector<int> file_descriptors() const;
    std::optional<std::chrono::milliseconds> patience() const;
    void step();

    // The exit code, once the editor has said that it is over.
    std::optional<int> exit_code() const { return exit_code_; }
    // The process of the editor, if it said so.
    std::optional<pid_t> editor() const { return editor_; }

  private:
    using Clock = std::chrono::steady_clock;
    using NotificationHandler = void (Server::*)(const Json& params);
    static const std::map<std::string, NotificationHandler>& notification_handlers();

    void receive(const Message& message, const std::set<Json>& cancelled);
    void answer(const Request& request);
    void take(const Notification& notification);
    void dispatch(const Request& request);
    void initialize(const Request& request);

    void initialized(const Json& params);
    void exit(const Json& params);
    void did_open(const Json& params);
    void did_change(const Json& params);
    void did_close(const Json& params);
    void did_save(const Json& params);
    void did_change_files(const Json& params);
    void did_change_configuration(const Json& params);
    void cancel(const Json& params);
    void ignore(const Json&) {}

    void look();
    void step_pending();
    void drop_pending(ErrorCode code, const std::string& message);
    void prove();
    void want_proofs(const Program* program);
    void publish();
    void publish_diagnostics(const Locator& locator);
    void publish_states(const Locator& locator);
    void publish(const std::string& uri, const Json& diagnostics);
    void notify(const std::string& method, const Json& params);
    void notify_once(const std::string& method, const std::string& uri, const Json& params);
    void say_what_is_ghost(const Program& program, const Document& document, const Locator& locator);
    void refresh_hints();

    struct Waiting {
        Json id;
        std::unique_ptr<Pending> work;
    };

    Options options_;
    std::function<void(const std::string&)> send_;
    Workspace workspace_;
    bool is_initialized_ = false;
    bool is_shut_down_ = false;
    bool can_watch_ = false; // the editor can be asked to tell of files that change
    std::optional<int> exit_code_;
    std::optional<pid_t> editor_;
    std::vector<Waiting> waiting_;
    std::set<std::string> wanted_; // paths of documents whose declarations are to be proved
    Clock::time_point prove_at_;   // when there is something wanted
    bool has_news_ = false;
    Clock::time_point published_at_;
    std::chrono::milliseconds between_news_{0};
    std::map<std::string, Json> published_;                         // what was said with the last diagnostics, by URI
    std::map<std::pair<std::string, std::string>, Json> last_said_; // by method and URI
    // Of what the ghost parts of documents have been told, by URI.
    std::map<std::string, std::weak_ptr<const Moment>> ghosts_said_;
    Json hints_; // of the run that is shown, by URI
    std::uint64_t refreshes_ = 0;
};

} // namespace daphnia::lsp
