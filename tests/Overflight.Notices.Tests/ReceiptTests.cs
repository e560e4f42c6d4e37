using Overflight.Authority.Documents;
using Overflight.Notices.Telling;

namespace Overflight.Notices.Tests;

/// <summary>A receipt is the next version, in a file of its own.</summary>
public sealed class ReceiptTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("overflight-").FullName;

    public ReceiptTests()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "told"));
        File.WriteAllBytes(Path.Combine(_folder, "oversight.json"), AuthorityJson.Write(MadePapers.Oversight));
        File.WriteAllBytes(Path.Combine(_folder, "told", "first.json"), AuthorityJson.Write(MadePapers.Notice));
        File.WriteAllText(Path.Combine(_folder, "damaged.json"), "{");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Each_is_a_version_beside_the_last_and_nothing_is_written_over()
    {
        var before = File.ReadAllBytes(Path.Combine(_folder, "told", "first.json"));
        var (one, file) = Receive("House committee");
        var (two, _) = Receive("Senate committee");

        Assert.Equal(Path.Combine(_folder, "told", "notice.lantern-new.v2.json"), file);
        Assert.Equal((2, 3), (one.Version, two.Version));
        Assert.Equal(["House committee", "Senate committee"], two.Receipts.Select(r => r.Office));
        Assert.Equal(MadePapers.Notice.Content, two.Content);
        Assert.Equal(before, File.ReadAllBytes(Path.Combine(_folder, "told", "first.json")));
        Assert.Empty(DocumentFolder.Read(_folder).Documents.Contradictions);
        Assert.Empty(Directory.EnumerateFiles(_folder, "*.part", SearchOption.AllDirectories));
    }

    [Fact]
    public void A_file_that_is_there_already_is_not_written_over()
    {
        var taken = Path.Combine(_folder, "told", "notice.lantern-new.v2.json");
        File.WriteAllText(taken, "mine");

        Assert.Throws<IOException>(() => Receive("House committee"));
        Assert.Equal("mine", File.ReadAllText(taken));
    }

    [Theory]
    [InlineData("Another committee", "2026-01-11", "did not go to")]
    [InlineData("House committee", "2026-01-09", "cannot be when")]
    [InlineData("House committee", "2026-03-09", "cannot be when")]
    public void What_cannot_be_is_refused(string office, string at, string reason) =>
        Assert.Contains(reason, Assert.Throws<InvalidDataException>(() => ReceiptWriter.Write(_folder, "lantern-new", office, MadePapers.T(at), MadePapers.T("2026-02-01"))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_second_receipt_of_one_office_is_refused()
    {
        Receive("House committee");
        Assert.Throws<InvalidDataException>(() => Receive("House committee"));
    }

    private (Notice Notice, string File) Receive(string office) => ReceiptWriter.Write(_folder, "lantern-new", office, MadePapers.T("2026-01-11"), MadePapers.T("2026-02-01"));
}
