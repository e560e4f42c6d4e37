using System.Buffers.Text;
using System.IO.Compression;
using System.Text;
using CsCheck;
using Overflight.Authority.Documents;
using Overflight.Notices.Telling;
using Overflight.Record;
using Overflight.Record.Leaves;
using Overflight.Record.Packaging;
using UglyToad.PdfPig;

namespace Overflight.Notices.Tests;

/// <summary>Each office gets what it is cleared for, and nothing else is in any byte of what it gets.</summary>
public sealed class TellingTests : IDisposable
{
    private static readonly TimeProvider s_clock = TimeProvider.System;

    private readonly MadeRecord _record = new();

    public void Dispose() => _record.Dispose();

    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    public async Task Files_hold_what_the_clearances_allow_and_no_other_value(string language)
    {
        var (_, offices) = await Tell(MadePapers.With(), MadePapers.Notice, "out", language);

        Assert.Equal(["Senate committee", "House committee", "Oficina de enlace"], offices.Select(o => o.Office));
        Check(offices, MadePapers.Notice, MadePapers.Oversight);
        Assert.DoesNotContain("Grid AB-1187", BytesBelow(_record.Path), StringComparison.Ordinal);
        Assert.DoesNotContain("Grid AB-1187", BytesBelow(_record.In("vault")), StringComparison.Ordinal);
        Assert.Equal((4, 0), (offices[0].Readable, offices[0].Sealed));
        Assert.Equal((2, 2), (offices[2].Readable, offices[2].Sealed));
    }

    [Fact]
    public void Whatever_classes_and_clearances_are_no_office_gets_more()
    {
        string?[] classes = [null, "restricted", "secret"];
        var number = 0;
        Gen.Select(Gen.Int[0, 2].Array[1, 6], Gen.Bool.Array[2].Array[1, 3]).Sample((fields, clearances) =>
        {
            var notice = MadePapers.Notice with { Id = $"n-{++number}", Content = [.. fields.Select((c, i) => new NoticeField($"f{i}", $"value-{number}-{i}-of-{c}", classes[c]))] };
            var set = MadePapers.Oversight with { Offices = [.. clearances.Select((c, i) => new Recipient($"office {i}", [.. classes.OfType<string>().Where((_, k) => c[k])]))] };
            var (_, offices) = Tell(MadePapers.With(set, notice), notice, $"out-{number}", "en").GetAwaiter().GetResult();
            Check(offices, notice, set);
        }, iter: 12, threads: 1);
    }

    [Fact]
    public async Task The_record_has_one_leaf_of_it_and_says_who_was_shown_what()
    {
        await Tell(MadePapers.With(), MadePapers.Notice, "out", "en");
        var leaves = _record.Read().Leaves().ToArray();

        Assert.Equal([NoticeLeaf.LeafKind, ShownFields.Kind, ShownFields.Kind], leaves.Select(found => found.Leaf.Kind));
        var shown = ShownFields.Of(leaves[2].Leaf);
        Assert.Equal(("House committee", 1, "recipients oversight v1"), (shown.To, shown.Digests.Count, shown.Authority));
        Assert.DoesNotContain("target-area", Encoding.UTF8.GetString(leaves[0].Leaf.Bytes.Span), StringComparison.Ordinal);
        Assert.True(_record.Vault().Check(_record.Read()).IsClean);
        Assert.Equal("Two aircraft from Camp Nowhere", NoticeLeaf.PartOf(Assert.Single(_record.Vault("restricted").Open(leaves[0].Leaf))).Value);
    }

    [Fact]
    public async Task Told_again_or_with_a_receipt_it_appends_nothing_and_corrected_it_does()
    {
        var (first, _) = await Tell(MadePapers.With(), MadePapers.Notice, "out", "en");
        var next = MadePapers.Notice with { Version = 2, RecordedAt = MadePapers.T("2026-01-12"), Receipts = [new("House committee", MadePapers.T("2026-01-11"))] };
        var (again, _) = await Tell(MadePapers.With(next), next, "again", "en");
        Assert.Equal(first, again);
        Assert.Equal(3, _record.Read().Head.Size);

        var corrected = next with { Content = [.. next.Content.Select(f => f.Name == "forces" ? f with { Value = "Three aircraft" } : f)] };
        var (other, offices) = await Tell(MadePapers.With(corrected), corrected, "corrected", "en");
        Assert.NotEqual(first, other);
        Check(offices, corrected, MadePapers.Oversight);
    }

    [Fact]
    public async Task Without_the_key_of_a_class_nothing_is_appended()
    {
        await Assert.ThrowsAsync<RecordException>(() => _record.Write(writer => new NoticeTelling(_record.Path, writer, _record.Vault("restricted"), s_clock).TellAsync(MadePapers.Notice, MadePapers.With(), _record.In("out"), "en")));
        await Assert.ThrowsAsync<RecordException>(() => _record.Write(writer => new NoticeTelling(_record.Path, writer, null, s_clock).TellAsync(MadePapers.Notice, MadePapers.With(), _record.In("out"), "en")));

        Assert.Equal(0, await _record.Write(writer => Task.FromResult(writer.Size)));
        Assert.False(Directory.Exists(_record.In("out")));
    }

    [Fact]
    public async Task A_limited_notice_goes_to_those_named_only_and_says_so()
    {
        var notice = MadePapers.Notice with { Limited = new(["House committee"], "ongoing operation", MadePapers.T("2026-06-01")) };
        var (_, offices) = await Tell(MadePapers.With(notice), notice, "out", "en");

        Assert.Equal("House committee", Assert.Single(offices).Office);
        Assert.Contains("This is a limited notice", File.ReadAllText(Path.Combine(offices[0].Folder, RecipientFiles.Page)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_recipient_set_is_that_in_force_when_sent()
    {
        var later = MadePapers.Oversight with { Version = 2, RecordedAt = MadePapers.T("2026-02-01"), Offices = [new("Another committee", [])] };

        Assert.Equal(1, NoticeTelling.RecipientsOf(MadePapers.Notice, MadePapers.With(later)).Set.Version);
        Assert.Throws<InvalidDataException>(() => NoticeTelling.RecipientsOf(MadePapers.Notice with { SentAt = null }, MadePapers.With()));
        Assert.Throws<InvalidDataException>(() => NoticeTelling.RecipientsOf(MadePapers.Notice with { SentAt = MadePapers.T("2026-01-01") }, MadePapers.With()));
        Assert.Throws<InvalidDataException>(() => NoticeTelling.RecipientsOf(MadePapers.Notice with { Waiver = new("The President", MadePapers.T("2026-01-01"), "war") }, MadePapers.With()));
    }

    private Task<(LeafReference Leaf, IReadOnlyList<ToldOffice> Offices)> Tell(DocumentSet papers, Notice notice, string folder, string language) =>
        _record.Write(writer => new NoticeTelling(_record.Path, writer, _record.Vault(), s_clock).TellAsync(notice, papers, _record.In(folder), language, TestContext.Current.CancellationToken));

    private static void Check(IReadOnlyList<ToldOffice> offices, Notice notice, RecipientSet set)
    {
        foreach (var office in offices)
        {
            var clearances = set.Offices.Single(o => o.Office == office.Office).Clearances;
            var all = BytesBelow(office.Folder);
            var paper = Plain(PaperText(Path.Combine(office.Folder, RecipientFiles.Paper)));
            var page = File.ReadAllText(Path.Combine(office.Folder, RecipientFiles.Page));
            foreach (var field in notice.Content)
            {
                var isAllowed = field.Class is null || clearances.Contains(field.Class);
                var line = field.Value.Split('\n')[0];
                Assert.Equal(isAllowed, paper.Contains(Plain(line), StringComparison.Ordinal));
                Assert.Equal(isAllowed, page.Contains(Markup.MarkupWriter.Escape(line), StringComparison.Ordinal));
                if (!isAllowed)
                    Assert.DoesNotContain(line, all, StringComparison.Ordinal);
            }
            Assert.Equal(office.Sealed, page.Split("<span class=\"word\">").Length - 1);
        }
    }

    /// <summary>All bytes of all files, those of a zip unpacked and what is in disclosures decoded as well.</summary>
    private static string BytesBelow(string folder)
    {
        var all = new StringBuilder();
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            Add(file, File.ReadAllBytes(file));
        return all.ToString();

        void Add(string name, byte[] bytes)
        {
            all.Append(Encoding.Latin1.GetString(bytes)).Append('\n').Append(Encoding.UTF8.GetString(bytes)).Append('\n');
            if (name.EndsWith(".zip", StringComparison.Ordinal))
            {
                using var zip = new ZipArchive(new MemoryStream(bytes));
                foreach (var entry in zip.Entries)
                {
                    using var unpacked = new MemoryStream();
                    using (var stream = entry.Open())
                        stream.CopyTo(unpacked);
                    Add(entry.Name, unpacked.ToArray());
                }
            }
            if (name.EndsWith(".tlog-proof", StringComparison.Ordinal) && Overflight.Record.Proofs.ProofBundle.Parse(bytes).Extra is { } extra)
                all.Append(Encoding.UTF8.GetString(extra.Span)).Append('\n');
            if (name == RecipientFiles.Disclosures || name.EndsWith(".json", StringComparison.Ordinal) && bytes.AsSpan().IndexOf("\"disclosures\":["u8) >= 0 && bytes.AsSpan().IndexOf("\"entries\""u8) < 0)
                all.Append(string.Join('\n', DisclosureFile.Parse(bytes, name).Disclosures.Select(d => Encoding.UTF8.GetString(Base64Url.DecodeFromChars(d.Text))))).Append('\n');
        }
    }

    private static string PaperText(string file)
    {
        using var paper = PdfDocument.Open(file);
        return string.Concat(paper.GetPages().Select(page => page.Text));
    }

    private static string Plain(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
