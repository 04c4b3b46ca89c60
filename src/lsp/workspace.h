// What is open, and the programs that it belongs to.
#pragma once

#include "lsp/locator.h"
#include "lsp/options.h"
#include "lsp/program.h"

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace daphnia::lsp {

// What the editor can do.
struct Client {
    bool snippets = false;     // completions with placeholders
    bool hint_refresh = false; // it asks again for hints when it is told to
};

// A failure whose run is shown beside the lines.
struct ShownTrace {
    std::string program; // by name
    std::string declaration;
    support::Rule rule = support::Rule::Assertion;
    std::size_t number = 0; // among the declaration's failures of that rule
};

class Workspace {
  public:
    explicit Workspace(const Options& options) : options_(options) {}

    void set_encoding(PositionEncoding encoding) { encoding_ = encoding; }
    PositionEncoding encoding() const { return encoding_; }
    void set_client(const Client& client) { client_ = client; }
    const Client& client() const { return client_; }
    void show_trace(std::optional<ShownTrace> trace) { shown_trace_ = std::move(trace); }
    const std::optional<ShownTrace>& shown_trace() const { return shown_trace_; }
    const Options& options() const { return options_; }

    // As the editor says. Throw RequestError for what it cannot mean.
    void open(const std::string& uri, std::int64_t version, std::string text);
    void change(const std::string& uri, std::int64_t version, const Json& changes);
    void close(const std::string& uri);
    // Something may have changed on the disk, project files among it.
    void refresh();

    const Documents& documents() const { return documents_; }
    // Throws RequestError for what is not open.
    const Document& document(const std::string& uri) const;
    // That of an open document, as its texts are; null for what is no program, as project files are.
    Program* program_of(const Document& document);
    std::vector<Program*> programs() const;

    // Looks at the programs whose texts have changed. Returns those.
    std::vector<Program*> look();
    bool has_news() const { return !dirty_.empty(); }

    // Where things are, in the documents as they are.
    Locator locator() const { return {documents_, encoding_}; }
    // Why a document belongs to no program, by its path: what is wrong with its project file.
    const std::map<std::string, std::string>& refusals() const { return refusals_; }

  private:
    void assign(const Document& document);
    std::string path_for(const std::string& uri) const;
    void release_unused();

    Options options_;
    PositionEncoding encoding_ = PositionEncoding::Utf16;
    Client client_;
    std::optional<ShownTrace> shown_trace_;
    Documents documents_;
    std::map<std::string, std::string> paths_;                 // of the documents, by URI
    std::map<std::string, std::unique_ptr<Program>> programs_; // by name
    std::map<std::string, std::string> program_of_;            // by the document's path
    std::set<Program*> dirty_;
    std::map<std::string, std::string> refusals_;
};

} // namespace daphnia::lsp
