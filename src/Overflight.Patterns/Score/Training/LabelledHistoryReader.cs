using System.Globalization;

namespace Overflight.Patterns.Score.Training;

/// <summary>Reads the study's table of aircraft: comma-separated, no quotes, one header line.</summary>
internal static class LabelledHistoryReader
{
    /// <summary>The rows in the order of their addresses, so that the order of the file changes nothing.</summary>
    /// <exception cref="InvalidDataException">A column is missing, or a field is not what it should be; the message names line and column.</exception>
    public static LabelledHistory[] Read(TextReader reader)
    {
        var header = reader.ReadLine()?.Split(',') ?? throw new InvalidDataException("the table is empty");
        var rows = new List<LabelledHistory>();
        for (var line = 2; reader.ReadLine() is { } text; line++)
        {
            if (text.Length > 0)
                rows.Add(new Line(header, text.Split(','), line).Parse());
        }
        rows.Sort((a, b) => string.CompareOrdinal(a.Address, b.Address));
        return [.. rows];
    }

    private readonly record struct Line(string[] Header, string[] Fields, int Number)
    {
        public LabelledHistory Parse()
        {
            var type = Field("type");
            var history = new AircraftHistory
            {
                DurationShares = Shares("duration", 5),
                AreaShares = Shares("boxes", 5),
                SpeedShares = Shares("speed", 5),
                AltitudeShares = Shares("altitude", 5),
                TurnShares = Shares("steer", 8),
                Flights = (int)Bounded("flights", 1, int.MaxValue),
                Observations = (int)Bounded("observations", 1, int.MaxValue),
                Squawk = (int)Bounded("squawk_1", 0, 7777),
                TypeDesignator = type == "unknown" ? "" : type,
            };
            return new LabelledHistory(Field("adshex"), history, Field("class") switch
            {
                "surveil" => true,
                "other" => false,
                var other => throw Wrong("class", other),
            });
        }

        private double[] Shares(string name, int count)
        {
            var shares = new double[count];
            for (var i = 0; i < count; i++)
                shares[i] = Bounded(string.Create(CultureInfo.InvariantCulture, $"{name}{i + 1}"), 0, 1);
            return shares;
        }

        private double Bounded(string column, double least, double most)
        {
            var text = Field(column);
            return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most
                ? value
                : throw Wrong(column, text);
        }

        private string Field(string column)
        {
            var at = Array.IndexOf(Header, column);
            if (at < 0)
                throw new InvalidDataException($"the table has no column {column}");
            return at < Fields.Length ? Fields[at] : throw Wrong(column, "nothing");
        }

        private InvalidDataException Wrong(string column, string text) => new($"line {Number}, column {column}: {text} is not a value it can have");
    }
}
