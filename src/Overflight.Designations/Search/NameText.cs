using System.Text;

namespace Overflight.Designations.Search;

/// <summary>Names in the form in which they are compared: Latin capitals and digits, in tokens.</summary>
internal static class NameText
{
    /// <summary>Tokens of a name at most; what comes behind is not compared.</summary>
    public const int MostTokens = 16;

    /// <summary>Letters of a token at most; what comes behind is not compared.</summary>
    public const int LongestToken = 32;

    private const string ArabicArticle = "\u0627\u0644";

    /// <summary>The forms in which a listed name is found: its tokens, and for an aircraft also its registration as one (<c>EP-MND</c> EPMND).</summary>
    public static IEnumerable<List<string>> FormsOf(string name, EntryType type)
    {
        var tokens = TokensOf(name, type);
        if (tokens.Count > 0)
            yield return tokens;
        if (type == EntryType.Aircraft && tokens.Count is > 1 and <= 3 && tokens.Sum(token => token.Length) <= LongestToken)
            yield return [string.Concat(tokens)];
    }

    /// <summary>The tokens of a listed name; a person's last name, which lists put first with a comma, goes last.</summary>
    public static List<string> TokensOf(string name, EntryType type)
    {
        var comma = type == EntryType.Individual ? name.IndexOf(',', StringComparison.Ordinal) : -1;
        return TokensOf(comma < 0 ? name : $"{name.AsSpan(comma + 1)} {name.AsSpan(0, comma)}");
    }

    /// <summary>
    /// The tokens of a name. Marks are taken off, other scripts are written in Latin letters, apostrophes vanish, initials with stops become one
    /// token (<c>S.A.</c> SA), and all else that is neither letter nor digit parts tokens.
    /// </summary>
    public static List<string> TokensOf(string name)
    {
        var tokens = new List<string>();
        var token = new StringBuilder();
        var isInitials = false;
        for (var i = 0; i < name.Length && tokens.Count < MostTokens; i++)
        {
            var c = name[i];
            if (IsSilent(c))
                continue;
            if (c == '.' && (isInitials || token.Length == 1) && IsInitialAt(name, i + 1))
            {
                isInitials = true;
                continue;
            }
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c))
            {
                // The Arabic article is written with its noun; Latin spellings of lists set it apart.
                if (token.Length == 0 && string.CompareOrdinal(name, i, ArabicArticle, 0, 2) == 0 && i + 3 < name.Length && char.IsLetter(name[i + 2]) && char.IsLetter(name[i + 3]))
                {
                    tokens.Add("AL");
                    i++;
                    continue;
                }
                Append(token, c);
                continue;
            }
            Close(tokens, token);
            isInitials = false;
        }
        if (tokens.Count < MostTokens)
            Close(tokens, token);
        return tokens;
    }

    /// <summary>Apostrophes, and marks that stand apart from their letter or over Arabic ones.</summary>
    private static bool IsSilent(char c) => c is '\'' or '`' or '\u00B4' or '\u2018' or '\u2019' or '\u02BC' or '\u02BB' or '\u00AD' or (>= '\u0300' and <= '\u036F') or (>= '\u064B' and <= '\u0652') or '\u0640' or '\u0670';

    /// <summary>A letter by itself: behind it comes a stop, or no letter.</summary>
    private static bool IsInitialAt(string name, int at) => at < name.Length && char.IsLetter(name[at]) && (at + 1 == name.Length || !char.IsLetterOrDigit(name[at + 1]));

    private static void Append(StringBuilder token, char c)
    {
        if (token.Length >= LongestToken)
            return;
        if (char.IsAscii(c))
            token.Append(char.ToUpperInvariant(c));
        else if (LatinLetters.Of(c) is { Length: > 0 } latin)
            token.Append(latin);
        else
            token.Append(Transliteration.Of(c) ?? char.ToUpperInvariant(c).ToString());
        if (token.Length > LongestToken)
            token.Length = LongestToken;
    }

    private static void Close(List<string> tokens, StringBuilder token)
    {
        // The end of a long token may part two halves of one character.
        if (token.Length > 0 && char.IsHighSurrogate(token[^1]))
            token.Length--;
        if (token.Length > 0)
            tokens.Add(token.ToString());
        token.Clear();
    }
}
