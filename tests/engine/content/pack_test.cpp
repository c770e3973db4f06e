// Content packs: what they add is there, what is wrong with one is told, and nothing of a bad one stays.
#include "engine/content/content_error.h"
#include "engine/content/pack_archive.h"
#include "engine/content/pack_store.h"
#include "tests/support/pack_files.h"
#include "tests/support/scratch_folder.h"

#include <doctest/doctest.h>

#include <fstream>

using namespace mirabelle;

namespace {

struct Scene {
    const ScratchFolder scratch{"mirabelle_packs"};
    PackStore store{scratch.path() / "data" / "packs", real_content().folder(), every_activity()};

    std::filesystem::path folder(const Files& files) const {
        return folder_with(scratch.path() / "made", files);
    }
    std::filesystem::path archive(const Files& files) const {
        return zip_with(scratch.path() / "made.zip", files);
    }
    /// The sentence with which it is refused; nothing of it stays.
    std::string refusal(const std::filesystem::path& source) {
        std::string sentence = "taken in";
        try {
            static_cast<void>(store.take_in(source));
        } catch (const ContentError& error) {
            sentence = error.what();
        }
        CHECK(store.packs().empty());
        if (std::filesystem::exists(store.folder()))
            CHECK(std::filesystem::is_empty(store.folder()));
        return sentence;
    }
    /// The same for the sound pack after `name` has become `text`.
    std::string refusal_with(const std::string& name, const std::string& text) {
        Files files = sound_pack();
        files[name] = text;
        std::filesystem::remove_all(scratch.path() / "made");
        return refusal(folder(files));
    }
};

bool says(const std::string& sentence, std::initializer_list<const char*> parts) {
    for (const char* part : parts)
        if (sentence.find(part) == std::string::npos) {
            MESSAGE(sentence);
            return false;
        }
    return true;
}

} // namespace

TEST_SUITE("engine/content packs") {
    TEST_CASE("a folder and a .zip add the same, and a .zip may keep all in one folder") {
        Files inside;
        for (const auto& [name, text] : sound_pack())
            inside["foret/" + name] = text;
        inside["__MACOSX/foret/._pack.toml"] = "clutter";
        for (const int way : {0, 1, 2}) {
            CAPTURE(way);
            Scene scene;
            const auto source = way == 0   ? scene.folder(sound_pack())
                                : way == 1 ? scene.archive(sound_pack())
                                           : scene.archive(inside);
            const StoredPack pack = scene.store.take_in(source);
            CHECK(pack.info.title == "La forêt");
            CHECK(pack.additions.words == 1);
            CHECK(pack.additions.pictures == 1);
            CHECK(pack.additions.voices == 1);
            CHECK(pack.additions.skills == 1);
            CHECK(pack.additions.levels == 2);
            CHECK(pack.additions.activities == std::vector<std::string>{"rhymes"});
            REQUIRE(scene.store.packs().size() == 1);
            CHECK(scene.store.packs()[0].problem.empty());
        }
    }

    TEST_CASE("what a pack adds is played: its word is drawn, its level asks, its skill is filed") {
        Scene scene;
        scene.store.take_in(scene.folder(sound_pack()));
        const Content content = load_with_packs(real_content().folder(), every_activity(), scene.store);
        CHECK(content.version() != real_content().version());
        CHECK(content.words().size() == real_content().words().size() + 1);
        CHECK(content.words().back().text == "fougère");
        CHECK(content.words().back().syllables == 2);
        const Voice& voice = content.voices()[static_cast<std::size_t>(content.words().back().voice)];
        CHECK(voice.text == "fougère");
        CHECK(voice.duration > 0);
        const Skill& skill = content.skill("forest.fuse_phonemes");
        CHECK(skill.name == "Fusionner des phonèmes");
        CHECK(skill.column == "CP");
        const SkillGraph& graph = content.graph();
        const GraphSkill& node = graph[graph.find(skill.id).value()];
        CHECK(node.needs == std::vector<std::size_t>{graph.find("rhyme_gs").value()});
        CHECK(node.reference == 3.0); // as hard as its level
        const auto levels = content.levels("rhymes");
        CHECK(levels.size() == real_content().levels("rhymes").size() + 2);
        const Level& next_school_level = levels.back();
        CHECK(next_school_level.id == "forest.cp-1");
        CHECK(next_school_level.skill == "forest.fuse_phonemes");
        bool drawn = false;
        for (std::uint64_t seed = 1; seed <= 400 && !drawn; ++seed) {
            Random random(seed);
            const Exercise exercise =
                activity_named("rhymes").make_exercise(next_school_level, content, random);
            CHECK(exercise.skill == "forest.fuse_phonemes");
            for (const Piece& piece : exercise.pieces)
                drawn = drawn || piece.label == "fougère";
        }
        CHECK(drawn);
    }

    TEST_CASE("a skill of a pack needs the pack's own before one of the bundle with the same name") {
        Scene scene;
        Files files = sound_pack();
        const std::string skill = "[[skill]]\nstrand = \"literacy\"\nband = \"GS\"\nname = \"A\"\n";
        files["skills.toml"] =
            skill + "id = \"rhyme_gs\"\n" + skill + "id = \"fuse_phonemes\"\nneeds = [\"rhyme_gs\"]\n";
        scene.store.take_in(scene.folder(files));
        const Content content = load_with_packs(real_content().folder(), every_activity(), scene.store);
        const SkillGraph& graph = content.graph();
        CHECK(graph[graph.find("forest.fuse_phonemes").value()].needs ==
              std::vector<std::size_t>{graph.find("forest.rhyme_gs").value()});
    }

    TEST_CASE("a pack may speak a line of the bundle") {
        Scene scene;
        const std::string line = real_content().voices()[1].id;
        scene.store.take_in(scene.folder({{"pack.toml", pack_info}, {"voices/" + line + ".ogg", a_voice()}}));
        const Content content = load_with_packs(real_content().folder(), every_activity(), scene.store);
        const Voice& voice = content.voices()[static_cast<std::size_t>(content.voice(line))];
        CHECK(voice.file.string().find("forest") != std::string::npos);
        CHECK(content.voices().size() == real_content().voices().size());
    }

    TEST_CASE("a pack is switched off and on, replaced by its newer version, and taken away") {
        Scene scene;
        scene.store.take_in(scene.archive(sound_pack()));
        scene.store.set("forest", PackState::off);
        CHECK(scene.store.packs()[0].state == PackState::off);
        CHECK(scene.store.usable().empty());
        CHECK(load_with_packs(real_content().folder(), every_activity(), scene.store).version() ==
              real_content().version());
        scene.store.set("forest", PackState::on);
        CHECK(scene.store.usable().size() == 1);
        Files newer = sound_pack();
        newer["pack.toml"].replace(newer["pack.toml"].find("1.0"), 3, "2.0");
        newer.erase("skills.toml");
        newer["levels/rhymes.toml"] = pack_level;
        scene.store.take_in(scene.archive(newer));
        REQUIRE(scene.store.packs().size() == 1);
        CHECK(scene.store.packs()[0].info.version == "2.0");
        CHECK(scene.store.packs()[0].additions.skills == 0); // nothing of the older one stays
        scene.store.remove("forest");
        CHECK(scene.store.packs().empty());
    }

    TEST_CASE("a bad table, level, skill, picture or voice is refused with file, line, column and remedy") {
        Scene scene;
        CHECK(says(scene.refusal_with("pack.toml", "format = 9\nid = \"forest\"\n"),
                   {"pack.toml:1:", "format", "—"}));
        CHECK(says(scene.refusal_with("pack.toml", "format = \n"), {"pack.toml:1:", "—"}));
        std::string capital = pack_info;
        capital.replace(capital.find("forest"), 6, "Forest");
        CHECK(says(scene.refusal_with("pack.toml", capital), {"pack.toml:2:", "lower-case"}));
        CHECK(says(scene.refusal_with("pack.toml", std::string(pack_info) + "colour = \"red\"\n"),
                   {"pack.toml:7:", "'colour'"}));
        CHECK(says(scene.refusal_with("words.csv", std::string(word_columns) + "fougère,la\n"),
                   {"words.csv:2", "cells", "—"}));
        CHECK(says(scene.refusal_with("words.csv",
                                      std::string(word_columns) + "chat,le,1,chat,ʃa,ʃ,a,fern,animal,PS\n"),
                   {"words.csv:2", "'chat' is known already"}));
        CHECK(says(scene.refusal_with("words.csv", std::string(word_columns) +
                                                       "mousse,la,1,mousse,mus,m,us,moss,plant,GS\n"),
                   {"words.csv:2", "'moss'"}));
        CHECK(says(scene.refusal_with("levels/rhymes.toml", std::string(pack_level) + "colour = 3\n"),
                   {"levels/rhymes.toml:9:", "'colour'", "—"}));
        CHECK(
            says(scene.refusal_with("levels/chess.toml", pack_level), {"chess.toml", "no activity 'chess'"}));
        std::string unknown = pack_level;
        unknown.replace(unknown.find("rhyme_gs"), 8, "reading_");
        CHECK(says(scene.refusal_with("levels/rhymes.toml", unknown), {"rhymes.toml:4:", "'reading_'"}));
        CHECK(
            says(scene.refusal_with("skills.toml", "[[skill]]\nid = \"a\"\nstrand = \"art\"\nband = \"GS\"\n"
                                                   "name = \"A\"\n"),
                 {"skills.toml:3:", "literacy or numeracy"}));
        const auto skill_with = [](const std::string& line) {
            return "[[skill]]\nid = \"a\"\nstrand = \"literacy\"\nband = \"GS\"\nname = \"A\"\n" + line;
        };
        CHECK(says(scene.refusal_with("skills.toml", skill_with("needs = [\"reading_cp\"]\n")),
                   {"skills.toml:6:", "'reading_cp'", "further up"}));
        CHECK(says(scene.refusal_with("skills.toml", skill_with("column = \"PS\"\n")),
                   {"skills.toml:6:", "'PS'", "give both the same"}));
        CHECK(says(scene.refusal_with("skills.toml", skill_with("column = \"cours préparatoire\"\n")),
                   {"skills.toml:6:", "at most 8 letters"}));
        CHECK(says(scene.refusal_with("pictures/fern.svg", "not a drawing"), {"fern.svg", "SVG"}));
        CHECK(says(scene.refusal_with("pictures/moss.png", "not a picture"), {"moss.png", "PNG"}));
        CHECK(says(scene.refusal_with("voices/word_fern.ogg", "noise"), {"word_fern.ogg", "Ogg"}));
    }

    TEST_CASE("a PNG as wide as a wall is refused") {
        std::string header("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x7f\xff\0\0\0\x10", 24);
        Scene scene;
        CHECK(says(scene.refusal_with("pictures/moss.png", header), {"moss.png", "pixels"}));
    }

    TEST_CASE(
        "a word whose voice is missing is refused, and so is a pack without pack.toml or anything else") {
        Scene scene;
        Files silent = sound_pack();
        silent.erase("voices/word_fern.ogg");
        CHECK(says(scene.refusal(scene.folder(silent)), {"words.csv:2", "no voice", "voices/word_"}));
        std::filesystem::remove_all(scene.scratch.path() / "made");
        CHECK(says(scene.refusal(scene.folder({{"words.csv", word_columns}})), {"pack.toml", "format = 1"}));
        std::filesystem::remove_all(scene.scratch.path() / "made");
        CHECK(says(scene.refusal(scene.folder({{"pack.toml", pack_info}})), {"adds nothing"}));
        CHECK(says(scene.refusal(scene.scratch.path() / "nowhere"), {"nowhere", "no such"}));
    }

    TEST_CASE("names that lead out of the pack, links, and programs are refused") {
        Scene scene;
        for (const char* name :
             {"../evil.toml", "/etc/evil.toml", "pictures/../../evil.svg", "C:\\evil.toml"}) {
            CAPTURE(name);
            Files files = sound_pack();
            files[name] = "x";
            CHECK(says(scene.refusal(scene.archive(files)), {"leads out"}));
        }
        CHECK_FALSE(std::filesystem::exists(scene.scratch.path() / "evil.toml"));
        Files program = sound_pack();
        program["tool.exe"] = "MZ";
        CHECK(says(scene.refusal(scene.archive(program)), {"tool.exe", "no kind of file"}));
        CHECK(says(scene.refusal(
                       zip_with(scene.scratch.path() / "link.zip", {{"pack.toml", "/etc/passwd"}}, 0120777)),
                   {"is a link"}));
        const auto folder = scene.folder(sound_pack());
        std::filesystem::create_symlink("/etc/passwd", folder / "secret.txt");
        CHECK(says(scene.refusal(folder), {"secret.txt", "is a link"}));
        Files twice = sound_pack();
        twice["PACK.toml"] = pack_info;
        CHECK(says(scene.refusal(scene.archive(twice)), {"twice"}));
    }

    TEST_CASE("a zip bomb, too much, too many and damaged archives are refused before they fill the disk") {
        Scene scene;
        Files bomb = sound_pack();
        bomb["README.txt"] = std::string(8u << 20, '\0');
        CHECK(says(scene.refusal(scene.archive(bomb)), {"README.txt", "far more than it should"}));
        std::string noise(17u << 20, '\0');
        Random random(7);
        for (char& byte : noise)
            byte = static_cast<char>(random.below(256));
        Files large = sound_pack();
        large["README.txt"] = noise;
        CHECK(says(scene.refusal(scene.archive(large)), {"larger than 16 MB"}));
        std::string cut = bytes_of(scene.archive(sound_pack()));
        cut.resize(cut.size() / 2);
        std::ofstream(scene.scratch.path() / "cut.zip", std::ios::binary) << cut;
        CHECK(says(scene.refusal(scene.scratch.path() / "cut.zip"), {"cut.zip", ".zip"}));
        PackLimits few;
        few.files = 3;
        CHECK_THROWS_AS(unpack(scene.archive(sound_pack()), scene.scratch.path() / "few", few), ContentError);
        CHECK_FALSE(std::filesystem::exists(scene.scratch.path() / "few"));
    }

    TEST_CASE("a bad pack that somebody dropped into the folder is told and left out; the others and the "
              "bundle play") {
        Scene scene;
        scene.store.take_in(scene.archive(sound_pack()));
        folder_with(scene.store.folder() / "broken", {{"pack.toml", "id = \n"}});
        Files other = sound_pack(); // says what the first one says
        other["pack.toml"].replace(other["pack.toml"].find("forest"), 6, "hedges");
        folder_with(scene.store.folder() / "hedges", other);
        const auto packs = scene.store.packs();
        REQUIRE(packs.size() == 3);
        CHECK(says(packs[0].problem, {"broken", "pack.toml:1"}));
        CHECK(scene.store.usable().size() == 1);
        const Content content = load_with_packs(real_content().folder(), every_activity(), scene.store);
        CHECK(content.words().size() == real_content().words().size() + 1);
    }

    TEST_CASE("a calibration takes the place of what experts believed, until it is switched off") {
        Scene scene;
        const Level& level = real_content().levels("rhymes").front();
        const std::string item = "[[item]]\nactivity = \"rhymes\"\nlevel = \"" + level.id +
                                 "\"\ndifficulty = 3.25\nerror = 0.1\nanswers = 200\n";
        const StoredPack pack =
            scene.store.take_in(scene.folder({{"pack.toml", pack_info}, {"calibration.toml", item}}));
        CHECK(pack.additions.difficulties == 1);
        const auto difficulty = [&] {
            return load_with_packs(real_content().folder(), every_activity(), scene.store)
                .levels("rhymes")
                .front()
                .difficulty;
        };
        CHECK(difficulty() == 3.25);
        scene.store.set("forest", PackState::off);
        CHECK(difficulty() == level.difficulty);
    }

    TEST_CASE("a calibration of levels that are not there is refused") {
        Scene scene;
        const auto with = [](const std::string& activity, const std::string& level, const char* difficulty) {
            return Files{{"pack.toml", pack_info},
                         {"calibration.toml", "[[item]]\nactivity = \"" + activity + "\"\nlevel = \"" +
                                                  level + "\"\ndifficulty = " + difficulty + "\n"}};
        };
        for (const auto& [files, word] :
             {std::pair(with("waltz", "ps-1", "0.0"), "waltz"),
              std::pair(with("rhymes", "zz-9", "0.0"), "zz-9"),
              std::pair(with("rhymes", real_content().levels("rhymes").front().id, "99.0"), "99")}) {
            std::filesystem::remove_all(scene.scratch.path() / "made");
            CHECK(says(scene.refusal(scene.folder(files)), {"calibration.toml:", word}));
        }
    }
}
