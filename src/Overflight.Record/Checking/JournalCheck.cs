using Overflight.Record.Merkle;
using Overflight.Record.Storage;

namespace Overflight.Record.Checking;

/// <summary>Reads a log's journal whole.</summary>
/// <param name="BaseSize">Entries that the tiles held when it began.</param>
/// <param name="BaseRoot">Their root.</param>
/// <param name="Entries">Entries in it.</param>
internal sealed record JournalCheck(long BaseSize, MerkleHash BaseRoot, long Entries)
{
    private const string Name = ".record/journal";

    /// <summary>What the journal holds; null where there is none, as in a copy that was made to be shown, or its header is damaged.</summary>
    public static JournalCheck? Run(LogFolder folder, FaultList faults, List<string> remarks)
    {
        if (!File.Exists(folder.Journal))
        {
            if (folder.Exists)
                faults.Add(Name, null, "is missing, and may have held entries that were acknowledged");
            return null;
        }
        try
        {
            using var reader = new JournalReader(folder.Journal);
            long entries = 0;
            try
            {
                while (reader.TryRead(out _, out _))
                    entries++;
                if (reader.TornBytes > 0)
                    remarks.Add($"{Name}: {reader.TornBytes} bytes from byte {reader.Offset} on are of a write that was cut short and never acknowledged");
            }
            catch (RecordException error)
            {
                faults.Add(Name, reader.BaseSize + entries, error.Reason);
            }
            return new(reader.BaseSize, reader.BaseRoot, entries);
        }
        catch (RecordException error)
        {
            faults.Add(Name, null, error.Reason);
            return null;
        }
    }
}
