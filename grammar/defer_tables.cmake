# cmake -DDIRECTORY=… -P defer_tables.cmake: changes what ANTLR generated for the start of the program to be short. ANTLR
# unpacks the tables of both grammars when the program starts, and checks them. The check is left out: the tables are those
# that the generator wrote a moment ago. The parser's are left alone until DafnyParser::load_tables() is called: without
# predictions, nothing but the explanation of an error looks at them.
function(replace_once text old new)
  string(FIND "${${text}}" "${old}" first)
  string(FIND "${${text}}" "${old}" last REVERSE)
  if(first EQUAL -1 OR NOT first EQUAL last)
    message(FATAL_ERROR "ANTLR's code is not as it was: '${old}' does not occur once")
  endif()
  string(REPLACE "${old}" "${new}" result "${${text}}")
  set(${text} "${result}" PARENT_SCOPE)
endfunction()

foreach(class DafnyLexer DafnyParser)
  file(READ ${DIRECTORY}/${class}.cpp code)
  replace_once(code "atn::ATNDeserializer deserializer;"
               "atn::ATNDeserializationOptions options; options.setVerifyATN(false); atn::ATNDeserializer deserializer(options);")
  if(class STREQUAL "DafnyParser")
    replace_once(code "DafnyParser::Initializer DafnyParser::_init;" "")
  endif()
  file(WRITE ${DIRECTORY}/${class}.deferred.cpp "${code}")
endforeach()
