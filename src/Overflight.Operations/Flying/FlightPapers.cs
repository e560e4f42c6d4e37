using Overflight.Authority.Deciding;
using Overflight.Authority.Documents;
using Overflight.Geodesy;
using Overflight.Operations.Scenarios;
using Overflight.Scenery.Video;
using Overflight.Sorties.Autopilot;
using Overflight.Sorties.Flight;
using Overflight.Tracks;

namespace Overflight.Operations.Flying;

/// <summary>What is written down of a flight as it goes, for the paper of what was flown and for the rules that judge it.</summary>
internal sealed class FlightPapers(ScenarioAircraft aircraft, Sortie sortie, SortieJudge judge, DocumentSet documents)
{
    /// <summary>What a navigation computer is sure of.</summary>
    private const float AccuracyMetres = 10;

    private readonly List<Fix> _fixes = [];
    private readonly List<SensorUse> _sensors = [];
    private readonly List<(UtcInstant From, string Station)> _control = [];
    private readonly List<Incident> _incidents = [];
    private (GeoPoint Place, UtcInstant At)? _takeOff, _landing;
    private UtcInstant? _lostAt;
    private string _landedAt = "";

    /// <summary>Who had control before it passed last.</summary>
    public string LastHolder { get; private set; } = "";

    public void Add(in VehicleState state)
    {
        if (!state.IsAirborne || (_fixes.Count > 0 && state.Time <= _fixes[^1].Time))
            return;
        _fixes.Add(new Fix
        {
            Time = state.Time,
            Position = state.Place,
            BarometricAltitudeFeet = (float)(state.PressureAltitudeMetres / SiUnits.MetresPerFoot),
            GeometricAltitudeFeet = (float)((state.HeightMetres - (Geoid.IsAvailable ? Geoid.UndulationMetres(state.Place) : 0)) / SiUnits.MetresPerFoot),
            GroundSpeedKnots = (float)(state.GroundSpeedMetresPerSecond / SiUnits.MetresPerSecondPerKnot),
            TrackDegrees = (float)state.TrackDegrees,
            VerticalRateFeetPerMinute = (float)(state.VerticalSpeedMetresPerSecond * 60 / SiUnits.MetresPerFoot),
            AccuracyMetres = AccuracyMetres,
            ContainmentMetres = 5 * AccuracyMetres,
            Source = FixSource.Other,
        });
    }

    public void Add(SortieEvent happened, string holder)
    {
        switch (happened.Kind)
        {
            case SortieEventKind.TookOff:
                _takeOff ??= (happened.Place, happened.Time);
                _control.Add((sortie.Conduct.Control.Min(c => c.During.From), holder));
                break;
            case SortieEventKind.Landed:
                (_landing, _landedAt) = ((happened.Place, happened.Time), happened.Subject);
                break;
            case SortieEventKind.ControlPassed:
                LastHolder = _control.Count > 0 ? _control[^1].Station : holder;
                _control.Add((happened.Time, happened.Subject));
                break;
            case SortieEventKind.LinkLost:
                Link(isLost: true, happened.Time);
                break;
            case SortieEventKind.LinkRegained:
                Link(isLost: false, happened.Time);
                break;
            case SortieEventKind.Diversion:
                _incidents.Add(new(IncidentKind.EmergencyDiversion, new(happened.Time, happened.Time), happened.Detail));
                break;
            case SortieEventKind.GroundContact:
                _incidents.Add(new(IncidentKind.Crash, new(happened.Time, happened.Time), happened.Detail));
                break;
        }
    }

    /// <summary>The link is lost, or back.</summary>
    public void Link(bool isLost, UtcInstant at)
    {
        if (isLost)
            _lostAt ??= at;
        else if (_lostAt is { } lost)
        {
            _incidents.Add(new(IncidentKind.LostLink, new(lost, at), "the control link was lost"));
            _lostAt = null;
        }
    }

    /// <summary>Where a vehicle that tells no events of its own took off and landed, by its track.</summary>
    public void Land(in VehicleState state)
    {
        if (_fixes.Count > 0)
            _takeOff ??= (_fixes[0].Position, _fixes[0].Time);
        (_landing, _landedAt) = ((state.Place, state.Time), "the ground");
        if (_control.Count == 0)
            _control.AddRange(sortie.Conduct.Control.OrderBy(c => c.During.From).Select(c => (c.During.From, c.Station)));
    }

    public SensorUse Add(SensorInterval interval)
    {
        Area? hull = interval.Hull.Count >= 3 ? new("seen", [.. interval.Hull.Select(p => (double[])[p.LongitudeDegrees, p.LatitudeDegrees])]) : null;
        var use = new SensorUse("eo-ir", new(interval.Start, interval.End.AddSeconds(1)), hull);
        _sensors.Add(use);
        return use;
    }

    /// <summary>The track so far; a builder is empty once it has built, so each call fills a new one.</summary>
    public Track Track()
    {
        var builder = new TrackBuilder(new Aircraft(AircraftAddress.TryParse(aircraft.Address, out var address) ? address : AircraftAddress.None) { TypeDesignator = "Q9", Registration = sortie.Aircraft.Registration }, "telemetry");
        foreach (var fix in _fixes)
            builder.Add(fix);
        return builder.Build();
    }

    public FlownSortie Flown(in VehicleState parked, string outcome, UtcInstant now)
    {
        if (_lostAt is { } lost)
            _incidents.Add(new(IncidentKind.LostLink, new(lost, now), "the control link was lost and did not come back"));
        var end = sortie.Conduct.Control.Max(c => c.During.To) is var planned && planned > now ? planned : now.AddSeconds(60);
        ControlInterval[] control = [.. _control.Select((c, i) => (c.Station, During: new TimeWindow(c.From, i + 1 < _control.Count ? _control[i + 1].From : end)))
            .Select(c => sortie.Conduct.Control.First(p => p.Station == c.Station) with { During = c.During })];
        var takeOff = _takeOff ?? (parked.Place, parked.Time);
        return new()
        {
            Id = $"flown.{sortie.Id}",
            Version = 1,
            RecordedAt = now,
            Sortie = sortie.Id,
            Aircraft = sortie.Aircraft,
            Payload = sortie.Payload,
            TakeOff = new(takeOff.At, "home", takeOff.Place.LatitudeDegrees, takeOff.Place.LongitudeDegrees),
            Landing = outcome == "landed" && _landing is { } landing ? new(landing.At, _landedAt, landing.Place.LatitudeDegrees, landing.Place.LongitudeDegrees) : null,
            Conduct = new() { Sensors = [.. _sensors], Control = control },
            Incidents = [.. _incidents],
        };
    }

    /// <summary>What the rules say, with the paper of what was flown; null where hardly anything was.</summary>
    public Decision? Judge(FlownSortie paper, UtcInstant now) => _fixes.Count < 2 ? null
        : new SortieJudge(judge.Index, new([.. documents.All.Where(d => d is not FlownSortie f || f.Sortie != sortie.Id), paper])).Flight(sortie, Track(), now);
}
