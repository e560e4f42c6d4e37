using System.Globalization;
using Overflight.Notices.Pages.Pdf;
using Overflight.Notices.Telling;

namespace Overflight.Notices.Pages;

/// <summary>A recipient's copy of a notice, on paper.</summary>
internal static class NoticePdf
{
    private const double Muted = 0.35;

    /// <summary>The bytes of a PDF; the same for the same copy.</summary>
    public static byte[] Write(NoticeCopy copy, NoticeWords words)
    {
        ArgumentNullException.ThrowIfNull(copy);
        ArgumentNullException.ThrowIfNull(words);
        var title = NoticeFacts.Title(copy, words);
        var sheet = new PdfSheet($"Overflight · {words.Notice} {copy.Public("notice")} · {copy.Office}");
        sheet.Text($"Overflight · {words.Notice}", StandardFont.Regular, 9, Muted);
        sheet.Space(8);
        sheet.Text(title, StandardFont.Bold, 18);
        sheet.Space(8);
        foreach (var (name, value) in NoticeFacts.Of(copy, words))
            sheet.Text($"{name}: {value}", StandardFont.Regular, 10, Muted);
        if (copy.IsLimited)
            sheet.Text(words.Limited, StandardFont.Regular, 10);
        Heading(sheet, words.WhatIsTold);
        if (copy.Parts.Count == 0)
            sheet.Text(words.NothingToRead, StandardFont.Regular, 10.5);
        foreach (var part in NoticeFacts.Parts(copy))
        {
            sheet.Text(NoticeFacts.Label(part, words), StandardFont.Bold, 9.5, Muted, together: 16);
            sheet.Text(part.Value, StandardFont.Regular, 10.5);
            sheet.Space(8);
        }
        Heading(sheet, words.Sealed);
        sheet.Text(words.SealedSentence(copy.SealedDigests.Count), StandardFont.Regular, 10.5);
        foreach (var digest in copy.SealedDigests)
            sheet.Text($"{words.SealedWord}  {digest}", StandardFont.Mono, 9, indent: 8);
        Heading(sheet, words.Proof);
        sheet.Text(words.ProofSentence, StandardFont.Regular, 10.5);
        sheet.Space(4);
        foreach (var (name, value) in NoticeFacts.OfTheProof(copy, words))
        {
            sheet.Text(name, StandardFont.Regular, 9, Muted, together: 12);
            sheet.Text(value, StandardFont.Mono, 8.5, indent: 8);
        }
        Heading(sheet, words.Verify);
        foreach (var step in words.Steps)
            sheet.Text(step, StandardFont.Regular, 10.5);
        foreach (var command in NoticeFacts.Commands)
            sheet.Text(command, StandardFont.Mono, 9, indent: 8);
        sheet.Space(4);
        foreach (var (name, what) in words.Files)
            sheet.Text(string.Create(CultureInfo.InvariantCulture, $"{name}: {what}"), StandardFont.Regular, 9.5);
        return sheet.ToFile(title, words.Language);
    }

    private static void Heading(PdfSheet sheet, string text)
    {
        sheet.Space(6);
        sheet.Rule();
        sheet.Text(text, StandardFont.Bold, 13, together: 24);
        sheet.Space(4);
    }
}
