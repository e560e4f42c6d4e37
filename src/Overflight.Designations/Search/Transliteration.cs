using System.Collections.Frozen;

namespace Overflight.Designations.Search;

/// <summary>
/// Cyrillic, Greek and Arabic letters in Latin ones, letter by letter. Cyrillic by the BGN/PCGN romanisations without their marks (Russian 1947,
/// Ukrainian 1965, Belarusian 1979), Serbian and Macedonian letters as their Latin twins; Greek by ISO 843 without its marks (Η I, Χ CH); Arabic
/// consonants by ALA-LC without marks, with ع as A, و as U and ي as I: short vowels are not written, and cannot come out. Lists differ in their
/// practice, so what comes out is near the listed spelling, not it: the similarity of tokens does the rest.
/// </summary>
internal static class Transliteration
{
    private static readonly FrozenDictionary<char, string> s_letters = Table().ToFrozenDictionary();

    /// <summary>The Latin capitals that a letter stands for; null where it is in no table, empty where it is not written.</summary>
    public static string? Of(char letter) => s_letters.GetValueOrDefault(letter);

    private static Dictionary<char, string> Table()
    {
        var table = new Dictionary<char, string>();
        Add("АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯІЇЄҐЎ", "A B V G D E E ZH Z I Y K L M N O P R S T U F KH TS CH SH SHCH _ Y _ E YU YA I YI YE G W", withSmall: true);
        Add("ЂЋЉЊЏЈЅЌЃ", "DJ C LJ NJ DZ J DZ K G", withSmall: true);
        Add("ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ", "A V G D E Z I TH I K L M N X O P R S T Y F CH PS O", withSmall: true);
        Add("ΆΈΉΊΌΎΏΪΫςΐΰάέήίόύώϊϋ", "A E I I O Y O I Y S I Y A E I I O Y O I Y", withSmall: false);
        Add("ابتثجحخدذرزسشصضطظعغفقكلمنهوي", "A B T TH J H KH D DH R Z S SH S D T Z A GH F Q K L M N H U I", withSmall: false);
        Add("ءأإآؤئىةپچژگکیٱ", "_ A I A U I A A P CH ZH G K I A", withSmall: false);
        return table;

        void Add(string letters, string latin, bool withSmall)
        {
            var words = latin.Split(' ');
            for (var i = 0; i < letters.Length; i++)
            {
                var word = words[i] == "_" ? "" : words[i];
                table[letters[i]] = word;
                if (withSmall)
                    table[char.ToLowerInvariant(letters[i])] = word;
            }
        }
    }
}
