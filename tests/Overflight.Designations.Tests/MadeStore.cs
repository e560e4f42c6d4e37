using Overflight.Designations.Keeping;
using Overflight.Designations.Standing;

namespace Overflight.Designations.Tests;

/// <summary>A store in a folder of its own, deleted afterwards.</summary>
internal sealed class MadeStore : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("overflight-lists-").FullName;
    private readonly FixedTime _time = new();

    public MadeStore() => Store = DesignationStore.OpenOrCreate(Folder, _time);

    public string Folder => Path.Combine(_folder, "store");

    public DesignationStore Store { get; private set; }

    public void Reopen() => Store = DesignationStore.Open(Folder, _time);

    public string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    public ListVersion Import(string name, string text, string? date = null, bool isPartial = false, string? list = null) =>
        Store.Import(new([Write(name, text)]) { Date = date is null ? null : Day(date), IsPartial = isPartial, List = list }).Version;

    public StateStatement Enter(string id, DesignationState state, string date, string? programme = null, int? replaces = null, string list = "ofac-sdn") =>
        Store.Enter(new(list, id, state, Day(date), "90 FR 10030", "A. Clerk") { Programme = programme, Replaces = replaces });

    public EntryStanding AsOf(string id, string date, string list = "ofac-sdn") => Store.StandingAsOf(list, id, Day(date));

    public static DateOnly Day(string date) => DateOnly.ParseExact(date, "yyyy-MM-dd");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private sealed class FixedTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 7, 1, 12, 0, 0, TimeSpan.Zero);
    }
}
