using System.Buffers.Binary;
using System.Globalization;
using Overflight.Dossiers.Footprints;
using Overflight.Geodesy;
using ParquetSharp;
using ParquetSharp.IO;

namespace Overflight.Cli.Video.Footprints;

/// <summary>GeoParquet 1.1: a row a frame, the outline as WKB in longitude and latitude (OGC:CRS84), edges geodesic.</summary>
internal sealed class FootprintParquet(Stream output) : IFootprintWriter
{
    private const int RowsPerGroup = 16_384;

    private readonly List<FootprintFrame> _frames = [];
    private ManagedOutputStream? _stream;
    private ParquetFileWriter? _file;

    public bool WritesSwaths => false;

    public void Begin(FootprintHeader header)
    {
        Column[] columns =
        [
            new Column<long>("number"), new Column<long>("offset"), new Column<long?>("pts"), new Column<int?>("pid"),
            new Column<DateTime?>("time", LogicalType.Timestamp(true, TimeUnit.Micros)), new Column<string>("kind"),
            new Column<double?>("sensor_latitude"), new Column<double?>("sensor_longitude"), new Column<double?>("sensor_height_metres"),
            new Column<double?>("azimuth_degrees"), new Column<double?>("elevation_degrees"),
            new Column<double?>("centre_latitude"), new Column<double?>("centre_longitude"), new Column<double?>("centre_height_metres"), new Column<double?>("range_metres"),
            new Column<double?>("area_square_metres"), new Column<double?>("centre_difference_metres"),
            new Column<double?>("error_major_metres"), new Column<double?>("error_minor_metres"), new Column<double?>("error_major_azimuth_degrees"), new Column<string?>("error_source"),
            new Column<int>("targets"), new Column<byte[]?>("geometry"),
        ];
        const string Geo = """{"version":"1.1.0","primary_column":"geometry","columns":{"geometry":{"encoding":"WKB","geometry_types":["Polygon"],"orientation":"counterclockwise","edges":"spherical"}}}""";
        using var properties = new WriterPropertiesBuilder().Compression(Compression.Zstd).Build();
        _stream = new ManagedOutputStream(output, leaveOpen: true);
        _file = new ParquetFileWriter(_stream, columns, properties, new Dictionary<string, string>
        {
            ["geo"] = Geo,
            ["overflight"] = string.Create(CultureInfo.InvariantCulture, $"footprints/1; {header.Command}; {string.Join("; ", ReadingWords.Departures(header.Reading))}"),
        });
    }

    public void Frame(FootprintFrame frame)
    {
        _frames.Add(frame);
        if (_frames.Count == RowsPerGroup)
            Flush();
    }

    public void Finish(FootprintSummary summary)
    {
        Flush();
        _file!.Close();
    }

    public void Dispose()
    {
        _file?.Dispose();
        _stream?.Dispose();
    }

    private void Flush()
    {
        if (_frames.Count == 0)
            return;
        using var group = _file!.AppendRowGroup();
        Write(group, f => f.Number);
        Write(group, f => f.Offset);
        Write(group, f => f.Pts);
        Write(group, f => f.Pid);
        Write(group, f => f.Time?.ToDateTimeOffset().UtcDateTime);
        Write(group, f => ReadingWords.NameOf(f.Footprint.Kind));
        Write(group, f => Known(f.Pose.Sensor.LatitudeDegrees));
        Write(group, f => Known(f.Pose.Sensor.LongitudeDegrees));
        Write(group, f => Known(f.Footprint.Camera?.HeightMetres));
        Write(group, f => Known(f.Footprint.Camera?.Axis.AzimuthDegrees));
        Write(group, f => Known(f.Footprint.Camera?.Axis.ElevationDegrees));
        Write(group, f => Known(f.Footprint.Centre?.Place.LatitudeDegrees));
        Write(group, f => Known(f.Footprint.Centre?.Place.LongitudeDegrees));
        Write(group, f => Known(f.Footprint.Centre?.HeightMetres));
        Write(group, f => Known(f.Footprint.Centre?.RangeMetres));
        Write(group, f => f.Footprint.Outline.Count > 0 ? f.Footprint.AreaSquareMetres : (double?)null);
        Write(group, f => Known(f.CentreDifferenceMetres));
        Write(group, f => Known(f.Error?.SemiMajorMetres));
        Write(group, f => Known(f.Error?.SemiMinorMetres));
        Write(group, f => Known(f.Error?.MajorAzimuthDegrees));
        Write(group, f => f.Error is { } error ? ReadingWords.NameOf(error.Source) : null);
        Write(group, f => f.Targets.Count);
        Write(group, f => f.Footprint.Outline.Count > 0 ? Wkb(f.Footprint.Outline) : null);
        _frames.Clear();
    }

    private void Write<T>(RowGroupWriter group, Func<FootprintFrame, T> value)
    {
        using var column = group.NextColumn().LogicalWriter<T>();
        column.WriteBatch([.. _frames.Select(value)]);
    }

    private static double? Known(double? value) => value is { } number && double.IsFinite(number) ? number : null;

    private static byte[] Wkb(IReadOnlyList<GeoPoint> ring)
    {
        var bytes = new byte[1 + 4 + 4 + 4 + 16 * (ring.Count + 1)];
        bytes[0] = 1;
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(1), 3);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(5), 1);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(9), ring.Count + 1);
        for (var i = 0; i <= ring.Count; i++)
        {
            var place = ring[i % ring.Count];
            BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(13 + 16 * i), place.LongitudeDegrees);
            BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(21 + 16 * i), place.LatitudeDegrees);
        }
        return bytes;
    }
}
