# Generates the lexer and parser from the grammars and links them into daphnia_parse, and into nothing else. The
# generated sources need C++17 (their u8 literals) and are not ours to keep free of warnings.
set(generated ${CMAKE_BINARY_DIR}/antlr)
set(grammars ${PROJECT_SOURCE_DIR}/grammar)
set(lexer_sources ${generated}/DafnyLexer.cpp ${generated}/DafnyLexer.h ${generated}/DafnyLexer.tokens)
set(parser_sources ${generated}/DafnyParser.cpp ${generated}/DafnyParser.h)

add_custom_command(
  OUTPUT ${lexer_sources}
  COMMAND ${ANTLR4} -Dlanguage=Cpp -Werror -no-listener -o ${generated} ${grammars}/DafnyLexer.g4
  DEPENDS ${grammars}/DafnyLexer.g4
  VERBATIM)
add_custom_command(
  OUTPUT ${parser_sources}
  COMMAND ${ANTLR4} -Dlanguage=Cpp -Werror -no-listener -no-visitor -lib ${generated} -o ${generated}
          ${grammars}/DafnyParser.g4
  DEPENDS ${grammars}/DafnyParser.g4 ${lexer_sources}
  VERBATIM)

set(compiled_sources ${generated}/DafnyLexer.deferred.cpp ${generated}/DafnyParser.deferred.cpp)
add_custom_command(
  OUTPUT ${compiled_sources}
  COMMAND ${CMAKE_COMMAND} -DDIRECTORY=${generated} -P ${grammars}/defer_tables.cmake
  DEPENDS ${lexer_sources} ${parser_sources} ${grammars}/defer_tables.cmake
  VERBATIM)

add_library(daphnia_antlr STATIC ${compiled_sources})
set_target_properties(daphnia_antlr PROPERTIES CXX_STANDARD 17)
target_compile_options(daphnia_antlr PRIVATE -w -O2)
target_include_directories(daphnia_antlr SYSTEM PUBLIC ${generated} ${ANTLR4_INCLUDE})
target_link_libraries(daphnia_antlr PUBLIC ${ANTLR4_RUNTIME})

get_target_property(parse_type daphnia_parse TYPE)
if(NOT parse_type STREQUAL "INTERFACE_LIBRARY")
  target_link_libraries(daphnia_parse PRIVATE daphnia_antlr)
endif()
