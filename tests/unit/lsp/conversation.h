// An editor in the same process: says something to a server, and hears what it says.
#pragma once

#include "lsp/server.h"

#include <poll.h>

#include <gtest/gtest.h>

#include <chrono>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace daphnia::lsp {

class Conversation {
  public:
    explicit Conversation(Options options = usual(), const Json& capabilities = Json::object())
        : server_(options, [this](const std::string& text) { hear(text); }) {
        initialized = request("initialize", {{"processId", nullptr}, {"capabilities", capabilities}});
        notify("initialized", Json::object());
    }

    static Options usual() {
        Options options;
        options.program.verify.cores = 1;
        options.program.verify.task.limits = {2'000'000, 0, 0};
        options.program.verify.task.refute.steps = 200'000;
        options.pause = std::chrono::milliseconds(0);
        options.trial_time = std::chrono::minutes(2);
        options.notify_lines = true;
        options.of_project = [options](const driver::Project&) { return options.program; };
        return options;
    }

    void raw(const std::string& text) { server_.receive({text}); }
    void notify(const std::string& method, const Json& params) {
        raw(Json{{"jsonrpc", "2.0"}, {"method", method}, {"params", params}}.dump());
    }
    int ask(const std::string& method, const Json& params) {
        const int id = next_id_++;
        raw(Json{{"jsonrpc", "2.0"}, {"id", id}, {"method", method}, {"params", params}}.dump());
        return id;
    }
    // The result of a request, when it has come; null when it is an error, which is in `errors`.
    Json request(const std::string& method, const Json& params) {
        const int id = ask(method, params);
        step_until([&] { return answers.count(id) > 0 || errors.count(id) > 0; });
        return answers.count(id) > 0 ? answers.at(id) : Json();
    }

    void open(const std::string& uri, const std::string& text, int version = 1) {
        versions_[uri] = version;
        notify("textDocument/didOpen",
               {{"textDocument", {{"uri", uri}, {"languageId", "dafny"}, {"version", version}, {"text", text}}}});
    }
    void change(const std::string& uri, const std::string& text) {
        notify("textDocument/didChange", {{"textDocument", {{"uri", uri}, {"version", ++versions_[uri]}}},
                                          {"contentChanges", Json::array({{{"text", text}}})}});
    }

    void step_until(const std::function<bool()>& condition) {
        const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(120);
        while (!condition() && std::chrono::steady_clock::now() < end) {
            std::vector<pollfd> polled;
            for (const int descriptor : server_.file_descriptors()) {
                polled.push_back({descriptor, POLLIN, 0});
            }
            const auto patience = server_.patience().value_or(std::chrono::milliseconds(10));
            ::poll(polled.data(), polled.size(), static_cast<int>(patience.count()));
            server_.step();
        }
        EXPECT_TRUE(condition()) << "two minutes have passed";
    }
    // Until all is known about the text as it is.
    void rest(const std::string& uri) {
        step_until([&] { return is_at_rest(uri); });
    }
    bool is_at_rest(const std::string& uri) const {
        const auto known = symbols.find(uri);
        if (known == symbols.end() || known->second.at("version") != versions_.at(uri)) {
            return false;
        }
        const bool complete = status.at(uri) == "ResolutionSucceeded";
        for (const Json& each : known->second.at("namedVerifiables")) {
            const int state = each.at("status");
            if (state == 1 || state == 2 || (complete && state == 0)) {
                return false;
            }
        }
        return !server_.patience();
    }
    // Of the declarations, in their order.
    std::vector<int> states(const std::string& uri) const {
        std::vector<int> result;
        for (const Json& each : symbols.at(uri).at("namedVerifiables")) {
            result.push_back(each.at("status"));
        }
        return result;
    }
    // "line:character id message", in order of their places; lines and characters from 0.
    std::vector<std::string> said(const std::string& uri) const {
        std::vector<std::string> result;
        for (const Json& each : diagnostics.at(uri)) {
            const Json& start = each.at("range").at("start");
            const std::string message = each.at("message");
            result.push_back(start.at("line").dump() + ":" + start.at("character").dump() + " " +
                             each.at("code").get<std::string>() + " " + message.substr(0, message.find('\n')));
        }
        return result;
    }

    Server& server() { return server_; }

    Json initialized;
    std::map<int, Json> answers;
    std::map<int, Json> errors;
    std::vector<std::string> methods; // of notifications, in order
    std::map<std::string, Json> diagnostics;
    std::map<std::string, Json> symbols;
    std::map<std::string, std::string> status;
    std::map<std::string, std::vector<int>> lines;
    std::map<std::string, Json> ghosts;

  private:
    void hear(const std::string& text) {
        const Json message = Json::parse(text);
        if (!message.contains("method")) {
            if (message.at("id").is_number()) {
                (message.contains("error") ? errors : answers)[message.at("id")] =
                    message.contains("error") ? message.at("error") : message.at("result");
            } else {
                errors[-1] = message.at("error");
            }
            return;
        }
        const std::string method = message.at("method");
        const Json params = message.value("params", Json());
        methods.push_back(method);
        if (method == "textDocument/publishDiagnostics") {
            diagnostics[params.at("uri")] = params.at("diagnostics");
        } else if (method == "dafny/textDocument/symbolStatus") {
            symbols[params.at("uri")] = params;
        } else if (method == "dafny/compilation/status") {
            status[params.at("uri")] = params.at("status");
        } else if (method == "dafny/verification/status/gutter") {
            lines[params.at("uri")] = params.at("perLineStatus").get<std::vector<int>>();
        } else if (method == "dafny/ghost/diagnostics") {
            ghosts[params.at("uri")] = params.at("diagnostics");
        }
    }

    int next_id_ = 1;
    std::map<std::string, int> versions_;
    Server server_;
};

} // namespace daphnia::lsp
