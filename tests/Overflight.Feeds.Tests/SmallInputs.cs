using System.IO.Compression;
using System.Text;

namespace Overflight.Feeds.Tests;

/// <summary>One small sound input of each format, for tests that damage it.</summary>
internal static class SmallInputs
{
    private const int Points = 24;

    public static IReadOnlyList<(string Name, byte[] Bytes)> All { get; } = Build();

    private static List<(string, byte[])> Build()
    {
        var plain = new (string Name, string Text)[]
        {
            ("trace", "{\"icao\":\"ac671b\",\"r\":\"N1\",\"timestamp\":1600000000.5,\"trace\":[" + Joined(",\n", i => $$"""[{{i}}.5,4{{i % 10}}.25,-8.{{i}},{{(i % 3 == 0 ? "\"ground\"" : "32000")}},478.6,327.8,{{i % 4}},64,{{(i % 5 == 0 ? """{"type":"adsb_icao","flight":"AB1 ","nic":8,"rc":186,"nac_p":9,"sil":3,"nav_modes":["a","b"]}""" : "null")}},"adsb_icao",33825,32,280,0.0]""") + "]}"),
            ("rows", "[" + Joined(",", Row) + "]"),
            ("lines", Joined("\n", Row)),
            ("columns", "{" + string.Join(",", Column("timestamp", i => $"{1600000000000 + i * 1000}"), Column("icao24", i => $"\"4b181{i % 10}\""), Column("latitude", i => $"4{i % 10}.5"), Column("longitude", i => $"{i}.25")) + "}"),
            ("opensky csv", "time,icao24,lat,lon,velocity,heading,vertrate,callsign,onground,baroaltitude,geoaltitude,lastposupdate\n" + Joined("\n", i => $"{1600000000 + i},4b1814,47.{i},8.{i},100,90,-5,\"SWR{i % 3}\",false,3048,3100,{1600000000 + i}")),
            ("opensky states", "{\"time\":1600000000,\"states\":[" + Joined(",", i => $"[\"4b1814\",\"SWR1\",\"Switzerland\",{1600000000 + i},{1600000000 + i},8.{i},47.{i},3048,false,100,90.5,-5.08,null,3100,\"1000\",false,0]") + "]}"),
            ("opensky track", "{\"icao24\":\"4b1814\",\"callsign\":\"SWR1\",\"path\":[" + Joined(",", i => $"[{1600000000 + i},47.{i},8.{i},3048,90,false]") + "]}"),
            ("flightradar", "Timestamp,UTC,Callsign,Position,Altitude,Speed,Direction\n" + Joined("\n", i => $"{1600000000 + i},2020-09-13T12:26:40Z,DLH1,\"50.{i},8.{i}\",1000,150,270")),
            ("tsv", "hex\tlat\tlon\taltitude_m\ttime\n" + Joined("\n", i => $"ac671b\t1{i % 10}.5\t20.{i}\t3048\t2020-09-13 12:26:{10 + i}.5")),
            ("geojson", "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"name\":\"a\",\"coordTimes\":[" + Joined(",", i => $"{1600000000 + i}") + "]},\"geometry\":{\"type\":\"LineString\",\"coordinates\":[" + Joined(",", i => $"[8.{i},47.{i},100]") + "]}}," + Joined(",", i => $$$"""{"type":"Feature","properties":{"time":{{{1600000000 + i}}}},"geometry":{"type":"Point","coordinates":[8.{{{i}}},47.1]}}""") + "]}"),
            ("kml", "<kml xmlns:gx=\"http://www.google.com/kml/ext/2.2\"><Placemark><name>A</name><gx:Track>" + Joined("", i => $"<when>2020-09-13T12:26:{10 + i}Z</when>") + Joined("", i => $"<gx:coord>8.{i} 47.{i} 10</gx:coord>") + "</gx:Track></Placemark></kml>"),
            ("gpx", "<gpx><trk><name>A</name><trkseg>" + Joined("", i => $"<trkpt lat=\"47.{i}\" lon=\"8.{i}\"><ele>10</ele><time>2020-09-13T12:26:{10 + i}Z</time></trkpt>") + "</trkseg></trk></gpx>"),
        };
        var all = plain.Select(p => (p.Name, Encoding.UTF8.GetBytes(p.Text))).ToList();
        all.Add(("trace gz", Reading.Gzip(all[0].Item2)));
        using var zstd = new ZstdSharp.Compressor(1);
        all.Add(("rows zst", zstd.Wrap(all[1].Item2).ToArray()));
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("doc.kml").Open();
            entry.Write(all.Single(a => a.Name == "kml").Item2);
        }
        all.Add(("kmz", packed.ToArray()));
        all.AddRange(SourceInputs.Text(Points).Select(p => (p.Name, Encoding.UTF8.GetBytes(p.Text))));
        all.AddRange(SourceInputs.Binary(Points));
        return all;
    }

    private static string Column(string name, Func<int, string> cell) => $"\"{name}\":{{" + Joined(",", i => $"\"{i}\":{cell(i)}") + "}";

    private static string Row(int i) =>
        $$"""{"timestamp":{{1600000000000 + i * 1000}},"icao24":"4b181{{i % 3}}","latitude":47.{{i}},"longitude":8.{{i}},"altitude":3000,"groundspeed":120.5,"track":-45,"callsign":"SWR{{i % 3}}","onground":{{(i % 4 == 0 ? "true" : "false")}},"last_position":{{1600000000000 + i * 990}}}""";

    private static string Joined(string between, Func<int, string> part) => string.Join(between, Enumerable.Range(0, Points).Select(part));
}
