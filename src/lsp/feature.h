// What the editor can ask for: each request by its method, answered from what is known of the open programs.
#pragma once

#include "lsp/message.h"
#include "lsp/workspace.h"

#include <map>
#include <memory>
#include <optional>
#include <string>

namespace daphnia::lsp {

// An answer that takes time: work that is done in steps, as that of a program is. Destroyed when it is cancelled.
class Pending {
  public:
    virtual ~Pending() = default;
    virtual std::vector<int> file_descriptors() const = 0;
    virtual std::optional<std::chrono::milliseconds> patience() const = 0;
    // The result, once it is known. May throw RequestError.
    virtual std::optional<Json> step() = 0;
};

struct Reply {
    Json result;
    std::unique_ptr<Pending> pending = nullptr; // then the result comes later
};

// Throws RequestError for what cannot be answered. The programs have been looked at.
using Feature = Reply (*)(Workspace& workspace, const Json& params);

using Features = std::map<std::string, Feature>;
// What each file of this folder answers.
void add_navigation(Features& features);
void add_completion(Features& features);
void add_layout(Features& features);
void add_code_actions(Features& features);
void add_traces(Features& features);
// What the numbers of semantic tokens mean.
Json semantic_legend();

// By method.
const std::map<std::string, Feature>& features();
// What the server can do, for the answer to `initialize`.
Json capabilities();

// The open document that the parameters of a request name, and the place in it.
struct TextPlace {
    const Document* document;
    Program* program;                          // null: it belongs to none
    const support::SourceFile* file = nullptr; // the document in the program's moment; null: it is not there
    std::uint32_t offset = 0;

    const Moment& moment() const { return *program->moment(); } // when there is a file
};
TextPlace place_from(Workspace& workspace, const Json& params);
const Document& document_from(const Workspace& workspace, const Json& params);

} // namespace daphnia::lsp
