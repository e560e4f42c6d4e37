using Overflight.Record.Leaves;
using Overflight.Record.Vaults;

namespace Overflight.Record.Tests.Vaults;

/// <summary>One leaf whose fields are kept in two compartments.</summary>
public sealed class SharedLeafTests : IDisposable
{
    private readonly MadeVault _made = new();

    public void Dispose() => _made.Dispose();

    [Fact]
    public async Task Who_reads_one_compartment_reads_its_fields_and_no_others()
    {
        var leaf = await Seal();

        Assert.Equal(["persons", "pilot", "route"], Names(_made.Load().Open(leaf)));
        Assert.Equal(["pilot"], Names(_made.Load(_made.Crew).Open(leaf)));
        Assert.Equal(["persons", "route"], Names(_made.Load(_made.Cargo).Open(leaf)));
        var refused = Assert.Throws<RecordException>(() => _made.Load(_made.Cargo).Open(leaf, ["pilot"]));
        Assert.Contains("crew", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(MadeVault.Secret, _made.EveryFile(), StringComparison.Ordinal);
        Assert.True(_made.Load().Check(new RecordReader(_made.Log.Path)).IsClean);
    }

    [Fact]
    public async Task A_tombstone_of_all_destroys_every_compartments_part()
    {
        var leaf = await Seal();
        var of = new LeafReference(0, leaf.Hash);
        await using (var writer = await _made.Write())
        {
            await _made.Load(_made.Cargo).TombstoneAsync(writer, of, null, "over", _made.Approve(of, null, "over"), TestContext.Current.CancellationToken);
            await writer.CheckpointAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal(0, _made.SealedFiles());
        Assert.True(_made.Load().Check(new RecordReader(_made.Log.Path)).IsClean);
    }

    [Fact]
    public async Task A_tombstone_of_one_field_leaves_the_others_in_both_compartments()
    {
        var leaf = await Seal();
        var of = new LeafReference(0, leaf.Hash);
        await using (var writer = await _made.Write())
        {
            await _made.Load(_made.Cargo).TombstoneAsync(writer, of, ["route"], "over", _made.Approve(of, ["route"], "over"), TestContext.Current.CancellationToken);
            await writer.CheckpointAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal(["persons", "pilot"], Names(_made.Load().Open(leaf)));
        Assert.True(_made.Load().Check(new RecordReader(_made.Log.Path)).IsClean);
    }

    private static IEnumerable<string> Names(IEnumerable<Disclosure> disclosures) => disclosures.Select(d => d.Name).Order(StringComparer.Ordinal);

    private async Task<Leaf> Seal()
    {
        await using var writer = await _made.Write();
        var appended = await _made.Load().SealAsync(writer, MadeVault.Draft(), field => field.Name == "pilot" ? "crew" : "cargo", TestContext.Current.CancellationToken);
        await writer.CheckpointAsync(TestContext.Current.CancellationToken);
        return Leaf.Parse(appended.Bytes);
    }
}
