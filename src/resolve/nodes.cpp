#include "resolve/nodes.h"

namespace daphnia::resolve {

Draft Nodes::add(std::unique_ptr<typed::Expr> expr, PreType type) {
    index_.emplace(expr.get(), pending_.size());
    pending_.push_back({expr.get(), type, making_ > 0});
    return {std::move(expr), std::move(type)};
}

Draft Nodes::reclaim(typed::ExprPtr expr) const {
    const PendingNode& node = pending_[index_.at(expr.release())];
    return {std::unique_ptr<typed::Expr>(node.expr), node.type};
}

} // namespace daphnia::resolve
