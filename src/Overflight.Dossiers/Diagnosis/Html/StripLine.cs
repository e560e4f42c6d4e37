using System.Globalization;
using System.Text;

namespace Overflight.Dossiers.Diagnosis.Html;

/// <summary>A line over time, thinned to what can be told apart: of each column's points the first, the least, the greatest and the last.</summary>
internal sealed class StripLine
{
    private const int Columns = 480;

    private readonly List<(double At, double Value)> _points = [];

    /// <param name="style">How it is drawn: plain, dashed.</param>
    /// <param name="name">For the key.</param>
    /// <param name="points">Places along the axis, 0 to 100, and values; one that is no number breaks the line, one that is infinite lies at the edge.</param>
    public StripLine(string style, string name, IEnumerable<(double At, double Value)> points)
    {
        (Style, Name) = (style, name);
        var column = new List<(double At, double Value)>();
        foreach (var point in points)
        {
            if (column.Count > 0 && (int)(column[0].At / 100 * Columns) != (int)(point.At / 100 * Columns))
                Take(column);
            if (double.IsNaN(point.Value))
            {
                Take(column);
                if (_points.Count > 0 && !double.IsNaN(_points[^1].Value))
                    _points.Add(point);
                continue;
            }
            Count++;
            (Least, Greatest) = (Math.Min(Least, point.Value), Math.Max(Greatest, point.Value));
            column.Add(point);
        }
        Take(column);
    }

    public string Style { get; }

    public string Name { get; }

    /// <summary>How many values it has, before thinning.</summary>
    public int Count { get; private set; }

    public double Least { get; private set; } = double.PositiveInfinity;

    public double Greatest { get; private set; } = double.NegativeInfinity;

    public IEnumerable<double> Values => _points.Select(p => p.Value);

    /// <summary>As path data in a box of 1000 × 100.</summary>
    public string Path(StripScale scale)
    {
        var path = new StringBuilder();
        for (var i = 0; i < _points.Count; i++)
        {
            var (at, value) = _points[i];
            if (double.IsNaN(value))
                continue;
            var isFirst = i == 0 || double.IsNaN(_points[i - 1].Value);
            var isAlone = isFirst && (i + 1 == _points.Count || double.IsNaN(_points[i + 1].Value));
            // A point alone is drawn as a dot, by a line to itself.
            path.Append(CultureInfo.InvariantCulture, $"{(isFirst ? 'M' : 'L')}{10 * at:0.#} {100 * (1 - Math.Clamp(scale.Part(value), 0, 1)):0.##}{(isAlone ? "h0" : "")}");
        }
        return path.ToString();
    }

    private void Take(List<(double At, double Value)> column)
    {
        if (column.Count <= 4)
        {
            _points.AddRange(column);
            column.Clear();
            return;
        }
        var (least, greatest) = (0, 0);
        for (var i = 1; i < column.Count; i++)
        {
            if (column[i].Value < column[least].Value)
                least = i;
            if (column[i].Value > column[greatest].Value)
                greatest = i;
        }
        foreach (var i in new SortedSet<int> { 0, least, greatest, column.Count - 1 })
            _points.Add(column[i]);
        column.Clear();
    }
}
