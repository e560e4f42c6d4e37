namespace Overflight.Geodesy.Terrain;

/// <summary>What is wrong with terrain files: so many are told for each file and in all, the rest are counted. Thread-safe.</summary>
internal sealed class TerrainProblems
{
    private const int Most = 100;
    private const int MostOfFile = 10;

    private readonly Dictionary<string, int> _ofFile = [];
    private readonly List<string> _told = [];
    private readonly Lock _lock = new();
    private int _untold;

    public void Add(string file, string problem)
    {
        lock (_lock)
        {
            var before = _ofFile.GetValueOrDefault(file);
            _ofFile[file] = before + 1;
            if (before < MostOfFile && _told.Count < Most)
                _told.Add($"{file}: {problem}");
            else
                _untold++;
        }
    }

    public IReadOnlyList<string> All
    {
        get
        {
            lock (_lock)
                return _untold == 0 ? [.. _told] : [.. _told, $"and {_untold} more problems of this kind"];
        }
    }
}
