#include "encode/blocks.h"

namespace daphnia::encode {

Blocks::Blocks(std::string name) {
    procedure_.name = std::move(name);
    procedure_.blocks.push_back({"entry", {}, {}});
    current_ = 0;
}

void Blocks::emit(ivl::Statement statement) {
    if (current_) {
        procedure_.blocks[*current_].statements.push_back(std::move(statement));
    }
}

Exit Blocks::end() {
    const Exit result = current_;
    current_.reset();
    return result;
}

void Blocks::start(const std::string& label, const std::vector<Exit>& from) {
    current_.reset();
    const std::size_t index = procedure_.blocks.size();
    for (const Exit& exit : from) {
        if (exit) {
            procedure_.blocks[*exit].successors.push_back(index);
            current_ = index;
        }
    }
    if (current_) {
        procedure_.blocks.push_back({label + "!" + std::to_string(index), {}, {}});
    }
}

ivl::Procedure Blocks::finish() {
    return std::move(procedure_);
}

} // namespace daphnia::encode
