# The bundle: everything that Mirabelle shows and says, in <build>/share/mirabelle. Nothing of it is committed.

set(bundle ${CMAKE_BINARY_DIR}/share/mirabelle)
set(stamps ${CMAKE_BINARY_DIR}/stamps)
file(MAKE_DIRECTORY ${stamps} ${bundle})

find_package(Python3 3.11 REQUIRED COMPONENTS Interpreter)

if(DEFINED ENV{XDG_CACHE_HOME})
    set(default_cache $ENV{XDG_CACHE_HOME}/mirabelle)
elseif(DEFINED ENV{HOME})
    set(default_cache $ENV{HOME}/.cache/mirabelle)
else()
    set(default_cache /tmp/.cache/mirabelle)
endif()
set(MIRABELLE_CACHE ${default_cache} CACHE PATH "What set-up fetched, and voice lines already rendered")

if(NOT EXISTS ${MIRABELLE_CACHE}/noto/icons.json)
    message(FATAL_ERROR "The pictures package is not in ${MIRABELLE_CACHE}/noto: run tools/setup.sh, then configure again.")
endif()

# A font travels with its licence, as the licence asks.
function(require_font font debian_path package)
    find_file(${font}_FONT ${debian_path} PATHS /usr/share/fonts/truetype)
    find_file(${font}_LICENCE ${package}/copyright PATHS /usr/share/doc)
    if(NOT ${font}_FONT OR NOT ${font}_LICENCE)
        message(FATAL_ERROR "The font package ${package} is not whole: run tools/setup.sh, then configure again.")
    endif()
endfunction()
require_font(ANDIKA andika/Andika-Regular.ttf fonts-sil-andika)
require_font(ECOLIER ecolier-court/Ecolier-court.ttf fonts-ecolier-court)

file(GLOB content_tables CONFIGURE_DEPENDS assets/*.csv assets/*.toml)
file(GLOB glyph_tables CONFIGURE_DEPENDS assets/glyphs/*.toml)
file(GLOB level_tables CONFIGURE_DEPENDS activities/*/levels.toml)
file(GLOB art_files CONFIGURE_DEPENDS assets/art/*.svg)

add_custom_command(OUTPUT ${stamps}/pictures
    COMMAND ${Python3_EXECUTABLE} ${CMAKE_SOURCE_DIR}/tools/build_pictures.py --noto ${MIRABELLE_CACHE}/noto
            --assets ${CMAKE_SOURCE_DIR}/assets --out ${bundle}/pictures
    COMMAND ${CMAKE_COMMAND} -E touch ${stamps}/pictures
    DEPENDS tools/build_pictures.py ${content_tables} ${MIRABELLE_CACHE}/noto/icons.json
    COMMENT "Pictures" VERBATIM)

add_custom_command(OUTPUT ${bundle}/voice/index.tsv
    COMMAND ${Python3_EXECUTABLE} ${CMAKE_SOURCE_DIR}/tools/build_voice.py --assets ${CMAKE_SOURCE_DIR}/assets
            --cache ${MIRABELLE_CACHE}/voice --out ${bundle}/voice
    DEPENDS tools/build_voice.py tools/noises.py tools/sound_levels.py assets/words_fr.csv assets/voice/lines.toml
            assets/letters.toml assets/objects.toml assets/word_traps.toml assets/tales.toml assets/noises.toml
    COMMENT "Voice" VERBATIM)

add_custom_command(OUTPUT ${stamps}/sounds
    COMMAND ${Python3_EXECUTABLE} ${CMAKE_SOURCE_DIR}/tools/build_sounds.py --recipes ${CMAKE_SOURCE_DIR}/assets/sounds.toml
            --out ${bundle}/sounds
    COMMAND ${CMAKE_COMMAND} -E touch ${stamps}/sounds
    DEPENDS tools/build_sounds.py tools/sound_levels.py assets/sounds.toml
    COMMENT "Sounds" VERBATIM)

add_custom_command(OUTPUT ${stamps}/fonts
    COMMAND ${CMAKE_COMMAND} -E make_directory ${bundle}/fonts
    COMMAND ${CMAKE_COMMAND} -E copy ${ANDIKA_FONT} ${bundle}/fonts/Andika-Regular.ttf
    COMMAND ${CMAKE_COMMAND} -E copy ${ANDIKA_LICENCE} ${bundle}/fonts/Andika-Regular.licence.txt
    COMMAND ${CMAKE_COMMAND} -E copy ${ECOLIER_FONT} ${bundle}/fonts/Ecolier.ttf
    COMMAND ${CMAKE_COMMAND} -E copy ${ECOLIER_LICENCE} ${bundle}/fonts/Ecolier.licence.txt
    COMMAND ${CMAKE_COMMAND} -E touch ${stamps}/fonts
    DEPENDS ${ANDIKA_FONT} ${ANDIKA_LICENCE} ${ECOLIER_FONT} ${ECOLIER_LICENCE}
    COMMENT "Fonts" VERBATIM)

# Content and art are laid anew as a whole, so that a file removed from the project leaves the bundle too.
set(copy_levels)
foreach(table IN LISTS level_tables)
    cmake_path(GET table PARENT_PATH folder)
    cmake_path(GET folder FILENAME activity)
    list(APPEND copy_levels
        COMMAND ${CMAKE_COMMAND} -E make_directory ${bundle}/content/activities/${activity}
        COMMAND ${CMAKE_COMMAND} -E copy ${table} ${bundle}/content/activities/${activity}/levels.toml)
endforeach()
add_custom_command(OUTPUT ${stamps}/content
    COMMAND ${CMAKE_COMMAND} -E rm -rf ${bundle}/content
    COMMAND ${CMAKE_COMMAND} -E make_directory ${bundle}/content/activities ${bundle}/content/glyphs
    COMMAND ${CMAKE_COMMAND} -E copy ${content_tables} ${bundle}/content
    COMMAND ${CMAKE_COMMAND} -E copy ${glyph_tables} ${bundle}/content/glyphs
    ${copy_levels}
    COMMAND ${CMAKE_COMMAND} -E touch ${stamps}/content
    DEPENDS ${content_tables} ${glyph_tables} ${level_tables}
    COMMENT "Content" VERBATIM)

# The list of drawings lets the program notice one that got lost.
set(art_names)
foreach(drawing IN LISTS art_files)
    cmake_path(GET drawing STEM name)
    string(APPEND art_names "${name}\n")
endforeach()
file(CONFIGURE OUTPUT generated/art_index.txt CONTENT "${art_names}" @ONLY)
add_custom_command(OUTPUT ${stamps}/art
    COMMAND ${CMAKE_COMMAND} -E rm -rf ${bundle}/art
    COMMAND ${CMAKE_COMMAND} -E make_directory ${bundle}/art
    COMMAND ${CMAKE_COMMAND} -E copy ${art_files} ${bundle}/art
    COMMAND ${CMAKE_COMMAND} -E copy ${CMAKE_BINARY_DIR}/generated/art_index.txt ${bundle}/art/index.txt
    COMMAND ${CMAKE_COMMAND} -E touch ${stamps}/art
    DEPENDS ${art_files} ${CMAKE_BINARY_DIR}/generated/art_index.txt
    COMMENT "Art" VERBATIM)

add_custom_target(bundle ALL DEPENDS ${bundle}/voice/index.tsv ${stamps}/pictures ${stamps}/sounds ${stamps}/fonts
    ${stamps}/content ${stamps}/art)
