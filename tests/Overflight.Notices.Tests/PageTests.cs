using Overflight.Authority.Documents;
using Overflight.Notices.Pages;
using Overflight.Notices.Telling;
using Overflight.Record.Leaves;
using Overflight.Record.Merkle;
using Overflight.Record.Notes;
using Overflight.Record.Proofs;
using Overflight.Testing;
using UglyToad.PdfPig;

namespace Overflight.Notices.Tests;

/// <summary>Page and paper of a copy whose salts are not random.</summary>
public class PageTests
{
    [Theory]
    [InlineData("en", "restricted")]
    [InlineData("es", "")]
    public void The_page_is_as_it_was_read_by_eye(string language, string clearance)
    {
        using var text = new StringWriter { NewLine = "\n" };
        NoticeHtml.Write(text, Copy(MadePapers.Notice, clearance), NoticeWords.All[language]);
        var golden = Path.Combine(Repository.Root, "tests/Overflight.Notices.Tests/Golden", $"notice.{language}.html");
        if (Environment.GetEnvironmentVariable("OVERFLIGHT_GOLDEN") == "write")
            File.WriteAllText(golden, text.ToString());

        Assert.Equal(File.ReadAllText(golden), text.ToString());
        Assert.Contains("default-src &#39;none&#39;", text.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("<watch>", text.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_is_well_formed_whatever_a_notice_says()
    {
        var hostile = MadePapers.Notice with { Content = [new("subject", "</title><script>alert(1)</script>"), new("what", "]]>\u2028 \" ' & <b onload=x>")] };
        using var text = new StringWriter();
        NoticeHtml.Write(text, Copy(hostile, ""), NoticeWords.All["en"]);

        var page = System.Xml.Linq.XDocument.Parse(text.ToString().Replace("<!DOCTYPE html>", "", StringComparison.Ordinal));
        Assert.Empty(page.Descendants("script"));
        Assert.DoesNotContain(page.Descendants("b"), b => b.HasAttributes);
    }

    [Fact]
    public void The_paper_holds_all_of_a_long_notice_on_pages_that_others_read()
    {
        var words = string.Join(' ', Enumerable.Range(0, 2_000).Select(i => $"word{i}"));
        var copy = Copy(MadePapers.Notice with { Content = [new("what", words + "\n" + new string('x', 300) + "\n¿Señal ñandú? \\(paréntesis) Ł 中")] }, "");
        var bytes = NoticePdf.Write(copy, NoticeWords.All["es"]);
        using var paper = PdfDocument.Open(bytes);
        var text = string.Concat(string.Concat(paper.GetPages().Select(page => page.Text)).Where(c => !char.IsWhiteSpace(c)));

        Assert.True(paper.NumberOfPages > 3);
        Assert.Contains("word1999", text, StringComparison.Ordinal);
        Assert.Contains("¿Señalñandú?\\(paréntesis)[U+0141][U+4E2D]", text, StringComparison.Ordinal);
        Assert.Contains("notificación", text, StringComparison.Ordinal);
        Assert.All(paper.GetPages(), page => Assert.All(page.Letters, letter => Assert.InRange(letter.EndBaseLine.X, 50, 560)));
        Assert.Equal(bytes, NoticePdf.Write(copy, NoticeWords.All["es"]));
    }

    [Fact]
    public void Both_languages_say_all_that_the_other_says()
    {
        foreach (var property in typeof(NoticeWords).GetProperties().Where(p => p.GetMethod is { IsStatic: false }))
        {
            var (english, spanish) = (property.GetValue(NoticeWords.All["en"]), property.GetValue(NoticeWords.All["es"]));
            Assert.NotEqual(english, spanish);
            if (english is System.Collections.ICollection list)
                Assert.Equal(list.Count, ((System.Collections.ICollection)spanish!).Count);
        }
    }

    /// <summary>A copy for an office with a clearance, over a log of this one entry.</summary>
    private static NoticeCopy Copy(Notice notice, string clearance)
    {
        uint next = 1;
        var draft = NoticeLeaf.ToDraft(notice, MadePapers.Oversight, bytes =>
        {
            foreach (ref var b in bytes)
                b = (byte)((next = next * 1_664_525 + 1_013_904_223) >> 24);
        });
        var leaf = draft.Make(0, 1_768_003_200_000, null);
        var checkpoint = new Checkpoint("example.org/lantern", 1, MerkleTree.HashLeaf(leaf));
        var allowed = draft.Disclosures.Where(d => NoticeLeaf.ClassOf(d) == clearance).ToArray();
        var key = NoteVerifier.Parse("example.org/lantern+f3aa1514+ATxfTqBVDKzrIZveMDzlp0bmQFN/CV+drclCDWyWFr1O");
        return new("House committee", new ProofBundle(leaf, 0, [], new SignedNote(checkpoint.ToText(), [])), allowed, draft.Disclosures.Except(allowed).Select(d => d.Digest), [key]);
    }
}
