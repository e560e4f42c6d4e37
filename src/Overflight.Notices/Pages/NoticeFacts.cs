using System.Globalization;
using Overflight.Notices.Telling;

namespace Overflight.Notices.Pages;

/// <summary>What page and paper both say of a copy.</summary>
internal static class NoticeFacts
{
    /// <summary>How a recipient verifies it.</summary>
    public static IReadOnlyList<string> Commands { get; } =
        [$"overflight record verify {RecipientFiles.Proof} --vkey VKEY", $"overflight record verify {RecipientFiles.Package} --vkey VKEY"];

    public static string Title(NoticeCopy copy, NoticeWords words) => copy.Subject ?? $"{words.Notice} {copy.Public("notice")}";

    /// <summary>The parts below the title.</summary>
    public static IReadOnlyList<NoticePart> Parts(NoticeCopy copy) => [.. copy.Parts.Where(part => part.Value != copy.Subject || part.Name != NoticeCopy.SubjectName)];

    public static string Label(NoticePart part, NoticeWords words)
    {
        var name = part.Name.Replace('-', ' ');
        return $"{char.ToUpperInvariant(name[0])}{name[1..]}{(part.Class is null ? "" : $" · {words.Class} {part.Class}")}";
    }

    public static IEnumerable<(string Name, string Value)> Of(NoticeCopy copy, NoticeWords words)
    {
        yield return (words.To, copy.Office);
        yield return (words.SentAt, copy.Public("sentAt"));
        yield return (words.DueAt, copy.Public("dueAt"));
        yield return (words.Duty, copy.Public("duty"));
        yield return (words.RecipientSet, string.Create(CultureInfo.InvariantCulture, $"{copy.Public("recipients")} v{copy.RecipientsVersion}"));
        yield return (words.ContentClass, copy.Public("contentClass"));
    }

    public static IEnumerable<(string Name, string Value)> OfTheProof(NoticeCopy copy, NoticeWords words)
    {
        yield return (words.Origin, copy.Head.Origin);
        yield return (words.Entry, copy.Proof.Index.ToString(CultureInfo.InvariantCulture));
        yield return (words.LeafHash, copy.Leaf.Hash.ToBase64Url());
        yield return (words.TreeSize, copy.Head.Size.ToString(CultureInfo.InvariantCulture));
        yield return (words.Root, copy.Head.Root.ToString());
        yield return (words.Checkpoint, copy.Proof.Note.ToString().TrimEnd('\n'));
        yield return (words.Keys, string.Join('\n', copy.Keys));
    }
}
