using System.Collections.Concurrent;
using Overflight.Archive.Storage;

namespace Overflight.Archive.Reading;

/// <summary>Open readers of data files, lent to one thread at a time.</summary>
internal sealed class ReaderPool(ArchiveLayout layout) : IDisposable
{
    private readonly ConcurrentDictionary<string, ConcurrentBag<DataFileReader>> _idle = new();

    /// <exception cref="DamagedFileException">The file is missing, or not as it was written.</exception>
    public DataFileReader Rent(DataFile file) =>
        _idle.TryGetValue(file.Name, out var bag) && bag.TryTake(out var reader) ? reader : DataFileReader.Open(layout, file);

    public void Return(DataFile file, DataFileReader reader) => _idle.GetOrAdd(file.Name, _ => []).Add(reader);

    /// <summary>Closes the readers of a file that is done with.</summary>
    public void Close(DataFile file)
    {
        if (_idle.TryRemove(file.Name, out var bag))
            foreach (var reader in bag)
                reader.Dispose();
    }

    public void Dispose()
    {
        foreach (var reader in _idle.Values.SelectMany(b => b))
            reader.Dispose();
    }
}
