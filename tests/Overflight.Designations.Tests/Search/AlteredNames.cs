using System.Text;
using Overflight.Designations.Search;

namespace Overflight.Designations.Tests.Search;

/// <summary>Names as people who do not have the list before them write them.</summary>
internal static class AlteredNames
{
    /// <summary>One letter of every word of six letters or more is dropped, doubled, changed or swapped with the next.</summary>
    public static string Misspelt(string name, Random random) => string.Join(' ', name.Split(' ').Select(word => word.Count(char.IsLetter) >= 6 ? Damage(word, random) : word));

    public static string Reordered(string name, Random random)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        random.Shuffle(words);
        return string.Join(' ', words);
    }

    /// <summary>In Cyrillic letters, one for each of its own where there is one, as a Russian text would write it.</summary>
    public static string InCyrillic(string name)
    {
        const string Latin = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
        const string Cyrillic = "АБКДЕФГХИЖКЛМНОПКРСТУВВКЙЗ";
        return string.Concat(name.Select(c => Latin.IndexOf(char.ToUpperInvariant(c), StringComparison.Ordinal) is var i && i >= 0 ? Cyrillic[i] : c));
    }

    private static string Damage(string word, Random random)
    {
        var letters = new StringBuilder(word);
        var at = random.Next(1, letters.Length - 1);
        switch (random.Next(4))
        {
            case 0:
                letters.Remove(at, 1);
                break;
            case 1:
                letters.Insert(at, letters[at]);
                break;
            case 2:
                letters[at] = (char)('A' + random.Next(26));
                break;
            default:
                (letters[at], letters[at + 1]) = (letters[at + 1], letters[at]);
                break;
        }
        return letters.ToString();
    }
}
