// Look-ahead for type arguments, type parameters and lambda heads.
#include "parse/lookahead.h"

#include "DafnyLexer.h"

namespace daphnia::parse {

namespace {

// Deeper types are not recognized as type arguments, which ends in a syntax error: nobody writes them.
constexpr unsigned kMaxTypeDepth = 200;

} // namespace

bool is_name(std::size_t token_type) {
    switch (token_type) {
    case DafnyLexer::IDENT:
    case DafnyLexer::LEAST:
    case DafnyLexer::GREATEST:
    case DafnyLexer::OLDER:
    case DafnyLexer::OPAQUE:
    case DafnyLexer::HIDE:
    case DafnyLexer::REVEAL:
        return true;
    default:
        return false;
    }
}

bool Lookahead::touches_next(std::size_t index) const {
    return index + 1 < tokens_.size() && tokens_[index].end == tokens_[index + 1].begin;
}

std::size_t Lookahead::type_arguments_end(std::size_t open) const {
    std::size_t index = open;
    return skip_arguments(index, 0) ? index : 0;
}

bool Lookahead::skip_arguments(std::size_t& index, unsigned depth) const {
    if (type(index) != DafnyLexer::LT) {
        return false;
    }
    ++index;
    if (type(index) == DafnyLexer::GT) {
        ++index;
        return true;
    }
    return skip_types(index, DafnyLexer::GT, depth + 1);
}

bool Lookahead::skip_types(std::size_t& index, std::size_t close, unsigned depth) const {
    while (true) {
        if (type(index) == DafnyLexer::GHOST) {
            ++index;
        }
        if (!skip_type(index, depth)) {
            return false;
        }
        if (type(index) == close) {
            ++index;
            return true;
        }
        if (type(index) != DafnyLexer::COMMA) {
            return false;
        }
        ++index;
    }
}

bool Lookahead::skip_type(std::size_t& index, unsigned depth) const {
    if (depth > kMaxTypeDepth || !skip_atom(index, depth)) {
        return false;
    }
    while (type(index) == DafnyLexer::TOTAL_ARROW || type(index) == DafnyLexer::PARTIAL_ARROW ||
           type(index) == DafnyLexer::ANY_ARROW) {
        ++index;
        if (!skip_atom(index, depth)) {
            return false;
        }
    }
    return true;
}

bool Lookahead::skip_atom(std::size_t& index, unsigned depth) const {
    switch (type(index)) {
    case DafnyLexer::BOOL:
    case DafnyLexer::CHAR:
    case DafnyLexer::INT:
    case DafnyLexer::NAT:
    case DafnyLexer::REAL:
    case DafnyLexer::STRING:
    case DafnyLexer::OBJECT:
    case DafnyLexer::OBJECT_Q:
    case DafnyLexer::ORDINAL:
    case DafnyLexer::BV:
        ++index;
        return true;
    case DafnyLexer::SEQ:
    case DafnyLexer::SET:
    case DafnyLexer::ISET:
    case DafnyLexer::MULTISET:
    case DafnyLexer::MAP:
    case DafnyLexer::IMAP:
    case DafnyLexer::ARRAY:
        ++index;
        return type(index) != DafnyLexer::LT || skip_arguments(index, depth);
    case DafnyLexer::LPAREN:
        ++index;
        if (type(index) == DafnyLexer::RPAREN) {
            ++index;
            return true;
        }
        return skip_types(index, DafnyLexer::RPAREN, depth + 1);
    default:
        break;
    }
    while (is_name(type(index))) {
        ++index;
        if (type(index) == DafnyLexer::LT && !skip_arguments(index, depth)) {
            return false;
        }
        if (type(index) != DafnyLexer::DOT) {
            return true;
        }
        ++index;
    }
    return false;
}

bool Lookahead::may_follow_type_arguments(std::size_t token_type) {
    switch (token_type) {
    case antlr4::Token::EOF:
    case DafnyLexer::IFF:
    case DafnyLexer::IMPLIES:
    case DafnyLexer::EXPLIES:
    case DafnyLexer::AND:
    case DafnyLexer::OR:
    case DafnyLexer::DOT:
    case DafnyLexer::LPAREN:
    case DafnyLexer::LBRACKET:
    case DafnyLexer::LBRACE:
    case DafnyLexer::AT:
    case DafnyLexer::RPAREN:
    case DafnyLexer::RBRACKET:
    case DafnyLexer::RBRACE:
    case DafnyLexer::COMMA:
    case DafnyLexer::SEMI:
    case DafnyLexer::GETS:
    case DafnyLexer::SUCH_THAT:
    case DafnyLexer::OR_FAIL:
    case DafnyLexer::ASSIGN_EQ:
    case DafnyLexer::EQ:
    case DafnyLexer::NEQ:
    case DafnyLexer::ARROW:
    case DafnyLexer::LT:
    case DafnyLexer::GT:
    case DafnyLexer::THEN:
    case DafnyLexer::ELSE:
    case DafnyLexer::CASE:
    case DafnyLexer::AS:
    case DafnyLexer::IS:
    case DafnyLexer::BY:
    case DafnyLexer::IN:
    case DafnyLexer::DECREASES:
    case DafnyLexer::MODIFIES:
    case DafnyLexer::READS:
    case DafnyLexer::REQUIRES:
    case DafnyLexer::ENSURES:
    case DafnyLexer::INVARIANT:
    case DafnyLexer::WITNESS:
    case DafnyLexer::ABSTRACT:
    case DafnyLexer::CLASS:
    case DafnyLexer::CODATATYPE:
    case DafnyLexer::CONST:
    case DafnyLexer::CONSTRUCTOR:
    case DafnyLexer::DATATYPE:
    case DafnyLexer::EXPORT:
    case DafnyLexer::FUNCTION:
    case DafnyLexer::GHOST:
    case DafnyLexer::GREATEST:
    case DafnyLexer::IMPORT:
    case DafnyLexer::ITERATOR:
    case DafnyLexer::LEAST:
    case DafnyLexer::LEMMA:
    case DafnyLexer::METHOD:
    case DafnyLexer::MODULE:
    case DafnyLexer::NEWTYPE:
    case DafnyLexer::OPAQUE:
    case DafnyLexer::PREDICATE:
    case DafnyLexer::REPLACEABLE:
    case DafnyLexer::STATIC:
    case DafnyLexer::TRAIT:
    case DafnyLexer::TWOSTATE:
    case DafnyLexer::TYPE:
    case DafnyLexer::VAR:
        return true;
    default:
        return false;
    }
}

std::size_t Lookahead::type_parameters_end(std::size_t open) const {
    std::size_t depth = 0;
    for (std::size_t index = open; index < tokens_.size(); ++index) {
        switch (type(index)) {
        case DafnyLexer::LT:
            ++depth;
            break;
        case DafnyLexer::GT:
            if (--depth == 0) {
                return index + 1;
            }
            break;
        case DafnyLexer::LBRACE:
        case DafnyLexer::SEMI:
        case DafnyLexer::ASSIGN_EQ:
            return 0;
        default:
            break;
        }
    }
    return 0;
}

Lookahead::LambdaHead Lookahead::lambda_head(std::size_t open) const {
    std::size_t index = open + 1;
    if (type(index) != DafnyLexer::RPAREN) {
        while (true) {
            if (!is_name(type(index))) {
                return {};
            }
            ++index;
            if (type(index) == DafnyLexer::COLON) {
                return {true, true, 0};
            }
            if (type(index) != DafnyLexer::COMMA) {
                break;
            }
            ++index;
        }
    }
    if (type(index) != DafnyLexer::RPAREN) {
        return {};
    }
    const std::size_t follower = type(index + 1);
    return {follower == DafnyLexer::ARROW || follower == DafnyLexer::READS || follower == DafnyLexer::REQUIRES, false,
            follower};
}

bool Lookahead::named_result(std::size_t open) const {
    std::size_t index = open + 1;
    while (is_name(type(index)) || type(index) == DafnyLexer::GHOST) {
        ++index;
    }
    return index > open + 1 && type(index) == DafnyLexer::COLON;
}

} // namespace daphnia::parse
