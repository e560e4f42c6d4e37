using System.Diagnostics;
using System.Globalization;
using DuckDB.NET.Data;
using Overflight.Airspace;
using Overflight.Archive;
using Overflight.Archive.Querying;

namespace Overflight.Benchmarks;

/// <summary>A day of fixes into the archive, and what entered Mexican airspace out of it; <c>bench/archive-day</c> puts the same to PostGIS.</summary>
internal static class ArchiveDayBenchmark
{
    private const int FlightsPerInput = 1_000;

    public static void Ingest(AirspaceIndex index, string folder, string recorded, long fixes)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        var day = new DayOfFlights(recorded);
        var (wall, cpu, made) = (new Stopwatch(), 0.0, 0L);
        using var writer = ArchiveWriter.Open(folder, airspace: index);
        var inputs = 0;
        foreach (var batch in day.Flights(fixes, 20250204).Chunk(FlightsPerInput))
        {
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            wall.Start();
            foreach (var flight in batch)
                foreach (var fix in flight.Fixes)
                    writer.Add(flight.Aircraft, flight.Callsign, fix);
            writer.EndInput(new InputRecord { Number = 0, Name = $"part-{inputs}", Sha256 = inputs.ToString("x64", CultureInfo.InvariantCulture), Bytes = 0, Format = "made", Fixes = 0, Rejected = 0, IsComplete = true });
            wall.Stop();
            cpu += (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;
            made += batch.Sum(f => f.Fixes.Length);
            inputs++;
        }
        wall.Start();
        writer.Commit();
        wall.Stop();
        Console.WriteLine($"{day.Described}; seed 20250204");
        Row("ingested", made, wall.Elapsed.TotalSeconds, cpu, writer);
        var (start, clock) = (Process.GetCurrentProcess().TotalProcessorTime, Stopwatch.StartNew());
        writer.Compact();
        Row("merged", made, clock.Elapsed.TotalSeconds, (Process.GetCurrentProcess().TotalProcessorTime - start).TotalSeconds, writer);
        Console.WriteLine($"peak memory {Process.GetCurrentProcess().PeakWorkingSet64 / 1e9:0.00} GB");

        static void Row(string what, long fixes, double wall, double cpu, ArchiveWriter writer) => Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{what}: {fixes:#,0} fixes, {wall:0.0} s wall ({fixes / wall / 1e6:0.00} M/s), {cpu:0.0} s CPU, {writer.Files} files, {(double)writer.Bytes / writer.Fixes:0.00} bytes a fix"));
    }

    /// <summary>The archive's fixes for PostgreSQL's COPY, in the archive's order, which puts near places near on the disk of PostGIS too.</summary>
    public static void WriteCopy(string folder)
    {
        using var connection = Open(folder);
        using var command = connection.CreateCommand();
        command.CommandText = "set preserve_insertion_order = true; select address, time, longitude::double, latitude::double from fixes";
        using var reader = command.ExecuteReader();
        using var output = new StreamWriter(Console.OpenStandardOutput(), bufferSize: 1 << 20);
        Span<byte> point = stackalloc byte[21];
        Span<char> hex = stackalloc char[42];
        while (reader.Read())
        {
            // EWKB of a point, little-endian.
            point.Clear();
            (point[0], point[1]) = (1, 1);
            BitConverter.TryWriteBytes(point[5..], reader.GetDouble(2));
            BitConverter.TryWriteBytes(point[13..], reader.GetDouble(3));
            Convert.TryToHexString(point, hex, out _);
            output.Write(int.Parse(reader.GetString(0), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
            output.Write('\t');
            output.Write(reader.GetDateTime(1).ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture));
            output.Write("+00\t");
            output.Write(hex);
            output.Write('\n');
        }
    }

    /// <summary>Mexico's polygons as the source of the base set has them, as WKT lines.</summary>
    public static void WriteArea(AirspaceIndex index, string modules)
    {
        var mexico = index.SetAt(0).ClaimIndex("MEX");
        foreach (var polygon in SourcePolygon.Read(modules, 0, index.SetAt(0).Claims).Where(p => p.Claim == mexico))
            Console.WriteLine($"POLYGON({string.Join(',', polygon.Rings.Select(r => "(" + string.Join(',', Enumerable.Range(0, r.Length / 2).Select(i => string.Create(CultureInfo.InvariantCulture, $"{r[2 * i]:R} {r[2 * i + 1]:R}"))) + ")"))})");
    }

    public static void Query(AirspaceIndex index, string folder, string plain, string answer)
    {
        var mexico = index.Region("MEX")!;
        IReadOnlyList<Passage> passages = [];
        var report = new ScanReport();
        var ours = Median(31, () =>
        {
            using var archive = FixArchive.Open(folder);
            (passages, report) = archive.Passages(new FixQuery { Areas = [new RegionArea([mexico])] });
        });
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"archive: {ours.Wall:0.000} s wall, {ours.Cpu:0.000} s CPU; {passages.Select(p => p.First.Aircraft.Id).Distinct().Count():#,0} aircraft, {passages.Sum(p => p.Fixes):#,0} fixes inside, {report.FilesOpened} files, {report.RowGroupsRead} row groups, {report.FixesLookedAt:#,0} fixes looked at"));
        // Twice the same region is no single State, so what was worked out at ingest does not help.
        var scanned = Median(9, () =>
        {
            using var archive = FixArchive.Open(folder);
            report = archive.Passages(new FixQuery { Areas = [new RegionArea([mexico, mexico])] }).Report;
        });
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"archive, looking at fixes as for any polygon: {scanned.Wall:0.000} s wall, {scanned.Cpu:0.000} s CPU; {report.FilesOpened} files, {report.RowGroupsRead} row groups, {report.FixesLookedAt:#,0} fixes looked at"));
        File.WriteAllLines(answer, passages.GroupBy(p => p.First.Aircraft.Id).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => $"{int.Parse(g.Key, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)},{g.Sum(p => p.Fixes)}"));

        var box = BoxOf(index);
        using var connection = Open(folder);
        if (!File.Exists(plain))
            Execute(connection, $"copy (select address, time, latitude::double as latitude, longitude::double as longitude from fixes order by address, time) to '{plain}' (format parquet, compression zstd)");
        var rows = 0L;
        var duck = Median(5, () => rows = Count(connection, $"select count(*) from (select address, min(time), max(time), count(*) from '{plain}' where latitude between {box.South} and {box.North} and longitude between {box.West} and {box.East} group by address)"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"DuckDB, bounding box over plain Parquet ({new FileInfo(plain).Length / 1e9:0.00} GB): {duck.Wall:0.000} s wall, {duck.Cpu:0.000} s CPU; {rows:#,0} aircraft in the box"));
        var own = Median(5, () => rows = Count(connection, $"select count(*) from (select address, min(time), max(time), count(*) from fixes where latitude between {box.South} and {box.North} and longitude between {box.West} and {box.East} group by address)"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"DuckDB, bounding box over the archive's files: {own.Wall:0.000} s wall, {own.Cpu:0.000} s CPU; {rows:#,0} aircraft in the box"));
    }

    private static DuckDBConnection Open(string folder)
    {
        var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        Execute(connection, $"create view fixes as select * from read_parquet('{folder}/day=*/*.parquet')");
        return connection;
    }

    private static (double South, double West, double North, double East) BoxOf(AirspaceIndex index)
    {
        var set = index.SetAt(0);
        var edges = Places.Edges(set, set.ClaimIndex("MEX"));
        return (edges.Min(set.Latitude), edges.Min(set.Longitude), edges.Max(set.Latitude), edges.Max(set.Longitude));
    }

    private static (double Wall, double Cpu) Median(int runs, Action work)
    {
        work();
        var times = new List<(double Wall, double Cpu)>();
        for (var i = 0; i < runs; i++)
        {
            var (start, clock) = (Process.GetCurrentProcess().TotalProcessorTime, Stopwatch.StartNew());
            work();
            times.Add((clock.Elapsed.TotalSeconds, (Process.GetCurrentProcess().TotalProcessorTime - start).TotalSeconds));
        }
        times.Sort();
        return times[runs / 2];
    }

    private static void Execute(DuckDBConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static long Count(DuckDBConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }
}
