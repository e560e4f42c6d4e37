using Overflight.Cli.Running;
using Overflight.Record;
using Overflight.Record.Leaves;
using Overflight.Record.Tiles;

namespace Overflight.Cli.Records;

/// <summary>Appends lines of JSON as leaves. A line that cannot be one is told and left out; the others are appended.</summary>
/// <param name="source">What the lines are of, for messages.</param>
/// <param name="toDraft">Makes a leaf of a line.</param>
/// <param name="append">Appends leaves, and returns when they are durable.</param>
/// <param name="onAppended">Called with each leaf once it is durable, and its line's number.</param>
internal sealed class AppendRun(
    string source,
    Func<byte[], LeafDraft> toDraft,
    Func<IReadOnlyList<LeafDraft>, CancellationToken, ValueTask<IReadOnlyList<AppendedLeaf>>> append,
    Action<AppendedLeaf, long> onAppended)
{
    /// <summary>A line may be longer than the leaf that it makes, by spaces and escapes.</summary>
    private const int LongestLine = 8 * EntryBundle.MaximumEntryLength;

    public long Appended { get; private set; }

    public long Refused { get; private set; }

    public async Task<int> Run(Stream input, CancellationToken cancellation)
    {
        using var progress = new ProgressLine();
        await using var lines = new LeafLines(input, LongestLine);
        while (await Next(lines, cancellation) is { Count: > 0 } some)
        {
            var drafts = new List<(long Number, LeafDraft Draft)>(some.Count);
            foreach (var (number, line) in some)
            {
                if (ToDraft(number, line) is { } draft)
                    drafts.Add((number, draft));
            }
            await Append(drafts, CancellationToken.None);
            progress.Tell(() => $"{Appended:N0} entries");
        }
        if (Refused > 0)
            Console.Error.WriteLine($"overflight: {Refused} {(Refused == 1 ? "line was" : "lines were")} not appended, {Appended} {(Appended == 1 ? "was" : "were")}");
        return Refused > 0 ? ExitCode.InputUnreadable : ExitCode.Done;
    }

    private static async Task<List<(long Number, byte[]? Line)>> Next(LeafLines lines, CancellationToken cancellation)
    {
        try
        {
            return await lines.Read(cancellation);
        }
        catch (OperationCanceledException)
        {
            // Stopped by its user: what was read is durable, and is signed.
            return [];
        }
    }

    private LeafDraft? ToDraft(long number, byte[]? line)
    {
        try
        {
            return line is { Length: > 0 } ? toDraft(line) : throw new RecordException($"a line of more than {LongestLine} bytes is no leaf; attach large things by their hash");
        }
        catch (RecordException error)
        {
            Refuse(number, error.Message);
            return null;
        }
    }

    private async Task Append(List<(long Number, LeafDraft Draft)> drafts, CancellationToken cancellation)
    {
        if (drafts.Count == 0)
            return;
        try
        {
            var leaves = await append([.. drafts.Select(d => d.Draft)], cancellation);
            for (var i = 0; i < leaves.Count; i++)
                onAppended(leaves[i], drafts[i].Number);
            Appended += leaves.Count;
        }
        catch (RecordException error) when (error is not LogStoppedException)
        {
            // All or none were appended: one by one, only the one that does not fit is left out.
            if (drafts.Count == 1)
                Refuse(drafts[0].Number, error.Message);
            else
                foreach (var draft in drafts)
                    await Append([draft], cancellation);
        }
    }

    private void Refuse(long number, string reason)
    {
        Refused++;
        Console.Error.WriteLine($"overflight: {source}:{number}: {PrintableText.Of(reason)}");
    }
}
