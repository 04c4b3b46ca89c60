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

// By method.
const std::map<std::string, Feature>& features();
// What the server can do, for the answer to `initialize`.
Json capabilities();

// The open document that the parameters of a request name, and the place in it.
struct TextPlace {
    const Document* document;
    Program* program; // null: it belongs to none
    std::uint32_t offset = 0;
};
TextPlace place_from(Workspace& workspace, const Json& params);
const Document& document_from(const Workspace& workspace, const Json& params);

} // namespace daphnia::lsp
