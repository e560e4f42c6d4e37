using System.Text.Json;
using Overflight.Record;
using Overflight.Record.Leaves;
using Overflight.Record.Storage;

namespace Overflight.EndToEnd;

/// <summary><c>record reveal</c> on a log whose operator says what is not so.</summary>
public sealed class RecordRevealTests
{
    [Fact]
    public async Task What_an_operator_claims_falsely_of_an_entry_is_refused_and_not_shown()
    {
        using var record = new UserRecord();
        record.MakeVault();
        record.Seal("{\"crew\":\"Ann Example\",\"base\":\"Camp Nowhere\"}\n{\"crew\":\"Bob Sample\"}\n", "--fields", "crew");
        LeafReference[] of = [.. new RecordReader(record.Folder).Leaves().Select(entry => new LeafReference(entry.Index, entry.Leaf.Hash))];
        var invented = Disclosure.Create("crew", "\"Eve Invented\""u8);
        using (var key = LogKey.Load(record.Key))
        {
            await using var writer = await RecordWriter.OpenAsync(record.Folder, [key]);
            await writer.AppendAsync(
            [
                new PublishedDisclosures(of[0], [invented], "a", "b").ToDraft("record"),
                new PublishedDisclosures(new(0, of[1].Leaf), [invented], "a", "b").ToDraft("record"),
                new Tombstone(of[0], [invented.Digest], "b", []).ToDraft("record"),
                new PublishedDisclosures(of[1], [invented], "a", "b").ToDraft("record"),
            ], TestContext.Current.CancellationToken);
            await writer.CheckpointAsync(TestContext.Current.CancellationToken);
        }
        UserRecord.Done(["record", "open", record.Folder, "0", .. record.Keys, "--authority", "a", "--reason", "b"]);

        var result = CommandLine.Run("record", "reveal", record.Folder, "0", "--format", "json");
        Assert.Equal(1, result.ExitCode);
        Assert.DoesNotContain("Eve Invented", result.Output, StringComparison.Ordinal);
        using var revealed = JsonDocument.Parse(result.Output);
        Assert.Equal(["entry 2", "entry 3", "entry 4"], revealed.RootElement.GetProperty("refused").EnumerateArray().Select(refused => refused.GetProperty("source").GetString()));
        Assert.Equal("Ann Example", Assert.Single(revealed.RootElement.GetProperty("opened").EnumerateArray()).GetProperty("value").GetString());
        Assert.Equal(0, revealed.RootElement.GetProperty("destroyed").GetArrayLength());
        Assert.Equal(15, revealed.RootElement.GetProperty("sealed").GetInt32());
    }
}
