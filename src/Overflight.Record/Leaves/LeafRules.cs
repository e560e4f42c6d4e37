using System.Globalization;
using System.Text;

namespace Overflight.Record.Leaves;

/// <summary>What the members of a leaf may be: docs/record.md, "Leaves".</summary>
internal static class LeafRules
{
    public const int MaximumKindLength = 64;
    public const int MaximumSubjectLength = 200;

    /// <summary>Longest authority, reason or receiver, characters: so that a disclosure that was sealed always fits into a leaf that publishes it.</summary>
    public const int MaximumTextLength = 1_000;

    /// <summary>The end of the year 9999, Unix milliseconds: no time is later.</summary>
    public const long MaximumTime = 253_402_300_799_999;

    public const string OwnPrefix = "record.";

    /// <summary>Parts of small letters and digits joined by <c>.</c> or <c>-</c>; the first begins with a letter.</summary>
    public static bool IsKind(string kind)
    {
        if (kind.Length is 0 or > MaximumKindLength || !char.IsAsciiLetterLower(kind[0]))
            return false;
        for (var i = 1; i < kind.Length; i++)
        {
            var joins = kind[i] is '.' or '-';
            if (joins ? i == kind.Length - 1 || kind[i - 1] is '.' or '-' : !char.IsAsciiLetterLower(kind[i]) && !char.IsAsciiDigit(kind[i]))
                return false;
        }
        return true;
    }

    public static void RequireKind(string kind)
    {
        if (!IsKind(kind))
            throw new RecordException($"\"{Shown(kind)}\" is no kind: that is small letters and digits, parts joined by . or -, at most {MaximumKindLength}, such as flight.departure");
    }

    public static void RequireSubject(string subject)
    {
        if (!IsText(subject, MaximumSubjectLength))
            throw new RecordException($"a subject has 1 to {MaximumSubjectLength} characters, none of them a control");
    }

    public static long RequireTime(long time) => time is >= 0 and <= MaximumTime
        ? time
        : throw new RecordException($"t is Unix milliseconds from 0 to {MaximumTime}, not {time}");

    public static void RequireText(string what, string text)
    {
        if (!IsText(text, MaximumTextLength))
            throw new RecordException($"{what} has 1 to {MaximumTextLength:N0} characters, none of them a control");
    }

    /// <summary>Counts Unicode characters, and refuses controls (general category Cc) and halves of surrogate pairs.</summary>
    public static bool IsText(string text, int maximum)
    {
        if (text.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0)
            return text.Length > 0 && text.Length <= maximum;
        var count = 0;
        for (var at = 0; at < text.Length; count++)
        {
            if (Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var units) != System.Buffers.OperationStatus.Done || Rune.IsControl(rune))
                return false;
            at += units;
        }
        return count > 0 && count <= maximum;
    }

    /// <summary>Whether a public field may have that name, between its quotation marks as it stands.</summary>
    public static bool IsFieldName(ReadOnlySpan<byte> name) => !name.StartsWith("_"u8) && !name.SequenceEqual("..."u8);

    /// <summary>A sealed field's name goes into approvals, where commas and line ends part names.</summary>
    public static void RequireSealedName(string name)
    {
        if (!IsText(name, MaximumSubjectLength) || name.Contains(',', StringComparison.Ordinal) || name.StartsWith('_') || name is "..." or "*")
            throw new RecordException($"a sealed field's name has 1 to {MaximumSubjectLength} characters, no comma and no control, does not begin with _, and is neither ... nor *");
        if (IsMember(name))
            throw new RecordException($"\"{name}\" is a member of every leaf, and cannot be sealed by itself: seal the leaf as a whole");
    }

    /// <summary>The members that every leaf has.</summary>
    public static IReadOnlyList<string> Members { get; } = ["v", "kind", "subject", "n", "t", "prev"];

    /// <summary>Whether it is one of the members that every leaf has.</summary>
    public static bool IsMember(string name) => Members.Contains(name);

    public static bool IsDate(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    /// <summary>Part of a text from outside, for a message.</summary>
    public static string Shown(string text) => text.Length > 60 ? text[..60] + "..." : text;
}
