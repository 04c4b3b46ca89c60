# The texts of src/logic/theories/*.smt2 become string constants of the program, so that it needs no files beside it.
file(GLOB theory_files CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/logic/theories/*.smt2)
set(theories_source ${PROJECT_BINARY_DIR}/generated/theory_texts.cpp)
add_custom_command(
  OUTPUT ${theories_source}
  COMMAND ${CMAKE_COMMAND} -DOUTPUT=${theories_source} "-DFILES=${theory_files}"
          -P ${PROJECT_SOURCE_DIR}/src/logic/embed_theories.cmake
  DEPENDS ${theory_files} ${PROJECT_SOURCE_DIR}/src/logic/embed_theories.cmake
  COMMENT "Embedding the theories"
  VERBATIM)
target_sources(daphnia_logic PRIVATE ${theories_source})
