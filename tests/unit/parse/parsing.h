// Parses small programs for tests, and shows what came out of it.
#pragma once

#include "ast/print.h"
#include "parse/parse.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

namespace daphnia::parse {

// The program points into the text, so both stay together.
struct Parsed {
    explicit Parsed(std::string text)
        : file(std::make_unique<support::SourceFile>("test.dfy", std::move(text))), program(parse(*file, errors)) {}

    std::unique_ptr<support::SourceFile> file;
    support::DiagnosticList errors;
    ast::Program program;
};

// "line:column: message", one per error.
inline std::vector<std::string> errors_of(const std::string& text) {
    const Parsed parsed(text);
    std::vector<std::string> result;
    for (const auto& error : parsed.errors.sorted()) {
        const auto place = error.range.begin_place();
        EXPECT_EQ(error.rule, support::Rule::Syntax);
        result.push_back(fmt::format("{}:{}: {}", place.line, place.column, error.message));
    }
    return result;
}

inline std::string joined_errors_of(const std::string& text) {
    return fmt::format("{}", fmt::join(errors_of(text), "\n"));
}

// What is printed for a program: without errors, and again the same tree when it is parsed.
inline std::string printed(const std::string& text) {
    const Parsed first(text);
    EXPECT_FALSE(first.errors.has_errors()) << text << "\n" << joined_errors_of(text);
    const std::string result = ast::print(first.program);
    const Parsed second(result);
    EXPECT_FALSE(second.errors.has_errors()) << result << "\n" << joined_errors_of(result);
    EXPECT_TRUE(ast::same(first.program, second.program)) << text << "\n---\n" << result;
    return result;
}

// The first declaration of a program that must be of that kind.
template <typename Node>
const Node& first(const Parsed& parsed) {
    EXPECT_FALSE(parsed.errors.has_errors());
    return std::get<Node>(parsed.program.decls.at(0)->node);
}

// An expression as it is printed, from the body of a function.
inline std::string expression(const std::string& text) {
    const std::string program = "function F(): int { " + text + " }";
    printed(program);
    const Parsed parsed(program);
    const auto& function = first<ast::FunctionDecl>(parsed);
    return ast::print(*function.body);
}

// Statements as they are printed, from the body of a method; lines are joined.
inline std::string statements(const std::string& text) {
    const std::string program = "method M() { " + text + " }";
    printed(program);
    const Parsed parsed(program);
    const auto& method = first<ast::MethodDecl>(parsed);
    std::string result;
    for (const auto& stmt : method.body->stmts) {
        result += (result.empty() ? "" : " ") + ast::print(*stmt);
    }
    std::string line;
    for (const char c : result) {
        const bool space = c == '\n' || c == ' ';
        if (!space || line.empty() || line.back() != ' ') {
            line += space ? ' ' : c;
        }
    }
    return line;
}

// With every pair of operands in parentheses, so that precedence shows.
std::string grouped(const ast::Expr& expr);

inline std::string grouping(const std::string& text) {
    const Parsed parsed("function F(): int { " + text + " }");
    return grouped(*first<ast::FunctionDecl>(parsed).body);
}

inline std::string grouped(const ast::Expr& expr) {
    if (const auto* binary = std::get_if<ast::Binary>(&expr.node)) {
        const auto op =
            expr.range.file->text().substr(binary->op_range.begin, binary->op_range.end - binary->op_range.begin);
        return fmt::format("({} {} {})", grouped(*binary->left), op, grouped(*binary->right));
    }
    if (const auto* unary = std::get_if<ast::Unary>(&expr.node)) {
        return (unary->op == ast::UnaryOp::Not ? "!" : "-") + grouped(*unary->operand);
    }
    return ast::print(expr);
}

} // namespace daphnia::parse
