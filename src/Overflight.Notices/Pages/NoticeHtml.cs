using Overflight.Markup;
using Overflight.Notices.Telling;

namespace Overflight.Notices.Pages;

/// <summary>A recipient's copy of a notice, as a web page that needs nothing but itself.</summary>
internal static class NoticeHtml
{
    /// <summary>Writes the page; the same for the same copy.</summary>
    public static void Write(TextWriter output, NoticeCopy copy, NoticeWords words)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(copy);
        ArgumentNullException.ThrowIfNull(words);
        var markup = new MarkupWriter(output);
        var title = NoticeFacts.Title(copy, words);
        PageFrame.Begin(markup, words.Language, title, words.Notice, copy.Office);
        markup.Leaf("h1", title);
        Facts(markup, "facts", NoticeFacts.Of(copy, words));
        if (copy.IsLimited)
            markup.Leaf("p", words.Limited, ("class", "limited"));
        Told(markup, copy, words);
        Sealed(markup, copy, words);
        Proof(markup, copy, words);
        PageFrame.End(markup, words.Footer);
    }

    private static void Told(MarkupWriter markup, NoticeCopy copy, NoticeWords words)
    {
        Heading(markup, words.WhatIsTold);
        if (copy.Parts.Count == 0)
            markup.Leaf("p", words.NothingToRead, ("class", "empty"));
        foreach (var part in NoticeFacts.Parts(copy))
        {
            markup.Line();
            using var section = markup.Element("section", ("class", "part"));
            markup.Leaf("h3", NoticeFacts.Label(part, words));
            markup.Leaf("p", part.Value, ("class", "value"));
        }
    }

    private static void Sealed(MarkupWriter markup, NoticeCopy copy, NoticeWords words)
    {
        Heading(markup, words.Sealed);
        markup.Leaf("p", words.SealedSentence(copy.SealedDigests.Count));
        if (copy.SealedDigests.Count == 0)
            return;
        using var list = markup.Element("ul", ("class", "sealed"));
        foreach (var digest in copy.SealedDigests)
        {
            using var item = markup.Element("li");
            markup.Leaf("span", words.SealedWord, ("class", "word"));
            markup.Leaf("code", digest);
        }
    }

    private static void Proof(MarkupWriter markup, NoticeCopy copy, NoticeWords words)
    {
        Heading(markup, words.Proof);
        markup.Leaf("p", words.ProofSentence);
        Facts(markup, "proof", NoticeFacts.OfTheProof(copy, words));
        Heading(markup, words.Verify);
        foreach (var step in words.Steps)
            markup.Leaf("p", step);
        markup.Leaf("pre", string.Join('\n', NoticeFacts.Commands));
        Facts(markup, "files", words.Files);
    }

    private static void Facts(MarkupWriter markup, string kind, IEnumerable<(string Name, string Value)> facts)
    {
        markup.Line();
        using var list = markup.Element("dl", ("class", kind));
        foreach (var (name, value) in facts)
        {
            using var pair = markup.Element("div");
            markup.Leaf("dt", name);
            markup.Leaf("dd", value);
        }
    }

    private static void Heading(MarkupWriter markup, string text)
    {
        markup.Line();
        markup.Leaf("h2", text);
        markup.Line();
    }
}
