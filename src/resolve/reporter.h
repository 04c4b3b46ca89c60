// Static errors on their way to the sink: counted, and muted while a tree is resolved a second time.
#pragma once

#include "support/diagnostics.h"

#include <string>
#include <utility>

namespace daphnia::resolve {

using support::Rule;
using support::SourceRange;

class Reporter {
  public:
    explicit Reporter(support::DiagnosticSink& sink) : sink_(sink) {}

    // `hint`: the way out, where one is known.
    void error(support::Rule rule, SourceRange range, const std::string& message);
    void error(support::Rule rule, SourceRange range, const std::string& message, const std::string& hint);
    // For what no other resolution of the same tree will report.
    void error_even_muted(support::Rule rule, SourceRange range, const std::string& message);
    void warning(support::Rule rule, SourceRange range, const std::string& message, const std::string& hint = {});
    // "… not supported": a construct of the language that is not built yet; shown at its first place only (findings.h).
    void unsupported(SourceRange range, const std::string& what);
    void unsupported(SourceRange range, const std::string& what, const std::string& hint);
    // A construct that never will be.
    void not_in_language(SourceRange range, const std::string& what, const std::string& hint = {});
    // Something that was refused may have declared any name: from now on unknown names are not reported.
    void forgive_unknown_names() { forgives_unknown_names_ = true; }
    bool forgives_unknown_names() const { return forgives_unknown_names_; }

    std::size_t error_count() const { return errors_; }
    bool muted() const { return muted_ > 0; }

    // While one lives, nothing is reported: the tree at hand was or will be resolved elsewhere with a voice.
    class Mute {
      public:
        explicit Mute(Reporter& reporter) : reporter_(reporter) { ++reporter_.muted_; }
        ~Mute() { --reporter_.muted_; }
        Mute(const Mute&) = delete;
        Mute& operator=(const Mute&) = delete;

      private:
        Reporter& reporter_;
    };

    // While one lives, what is resolved once and for all may be reported, whatever it is resolved for.
    class Voice {
      public:
        explicit Voice(Reporter& reporter) : reporter_(reporter), muted_(std::exchange(reporter.muted_, 0)) {}
        ~Voice() { reporter_.muted_ = muted_; }
        Voice(const Voice&) = delete;
        Voice& operator=(const Voice&) = delete;

      private:
        Reporter& reporter_;
        int muted_;
    };

  private:
    support::DiagnosticSink& sink_;
    std::size_t errors_ = 0;
    int muted_ = 0;
    bool forgives_unknown_names_ = false;
};

} // namespace daphnia::resolve
