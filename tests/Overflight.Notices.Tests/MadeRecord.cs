using System.Text;
using Overflight.Record;
using Overflight.Record.Leaves;
using Overflight.Record.Notes;
using Overflight.Record.Storage;
using Overflight.Record.Vaults;

namespace Overflight.Notices.Tests;

/// <summary>A record and its vault with compartments restricted, secret and papers, in a folder of their own.</summary>
internal sealed class MadeRecord : IDisposable
{
    private const string Origin = "example.org/lantern";

    private readonly List<CompartmentKey> _keys = [];
    private readonly LogKey _key;

    public MadeRecord()
    {
        Folder = Directory.CreateTempSubdirectory("overflight-").FullName;
        _key = LogKey.LoadOrCreate(In("log.key"), Origin);
        LogWriter.Create(Path, _key);
        foreach (var name in new[] { "restricted", "secret", "papers" })
            _keys.Add(CompartmentKey.Create(In(name + ".key"), Origin, name));
        NoteVerifier[] approvers = [.. new[] { "a.example", "b.example" }.Select(name => NoteSigner.Create(name, NoteAlgorithm.Ed25519).Verifier)];
        Overflight.Record.Vaults.Vault.Create(In("vault"), Path, new(Origin, _keys.ToDictionary(key => key.Compartment, key => key.Id), approvers, 2));
    }

    public string Folder { get; }

    public string Path => In("record");

    public string In(string name) => System.IO.Path.Combine(Folder, name);

    public Vault Vault(params string[] compartments) =>
        Overflight.Record.Vaults.Vault.Load(In("vault"), Path, [.. _keys.Where(key => compartments.Length == 0 || compartments.Contains(key.Compartment))]);

    /// <summary>Does work with the record open, and signs a checkpoint.</summary>
    public async Task<T> Write<T>(Func<RecordWriter, Task<T>> work)
    {
        await using var writer = await RecordWriter.OpenAsync(Path, [_key]);
        var result = await work(writer);
        await writer.CheckpointAsync(TestContext.Current.CancellationToken);
        return result;
    }

    public Task<AppendedLeaf> Append(string json) => Write(async writer => await writer.AppendAsync(LeafDraft.Parse(Encoding.UTF8.GetBytes(json))));

    public RecordReader Read() => new(Path);

    public void Dispose()
    {
        _keys.ForEach(key => key.Dispose());
        _key.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
