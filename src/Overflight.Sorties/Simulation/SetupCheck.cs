namespace Overflight.Sorties.Simulation;

/// <summary>Holds a setup to its ranges.</summary>
internal static class SetupCheck
{
    public static void Check(SortieSetup setup)
    {
        setup.Route.Check();
        FieldCheck.Between("stepSeconds", setup.StepSeconds, 0.05, 5);
        FieldCheck.Between("gustMetresPerSecond", setup.GustMetresPerSecond, 0, 10);
        FieldCheck.Between("undulationMetres", setup.UndulationMetres, -120, 100);
        FieldCheck.Between("fuel.reserveMinutes", setup.Fuel.ReserveMinutes, 0, 1440);
        var masses = setup.Type.Masses;
        if (setup.FuelKilograms is { } fuel)
            FieldCheck.Between("fuelKilograms", fuel, 0, masses.FuelCapacityKilograms.Value);
        var sensors = setup.SensorKilograms ?? setup.Type.Sensors.Sum(s => s.MassKilograms.Value);
        FieldCheck.Between("sensorKilograms", sensors, 0, masses.MaximumTakeOffKilograms.Value - masses.EmptyKilograms.Value - (setup.FuelKilograms ?? 0));
        var airfields = setup.Alternates.Prepend(setup.Home).ToList();
        for (var i = 0; i < airfields.Count; i++)
        {
            var field = i == 0 ? "home" : $"alternates[{i - 1}]";
            FieldCheck.That(airfields[i].Place.IsValid && Math.Abs(airfields[i].Place.LatitudeDegrees) <= 89, $"{field}.place", "is no place between 89° south and north");
            FieldCheck.Between($"{field}.elevationMetres", airfields[i].ElevationMetres, -430, 6000);
            FieldCheck.That(airfields.Take(i).All(a => a.Id != airfields[i].Id), $"{field}.id", $"\"{airfields[i].Id}\" is there twice");
        }
        var link = setup.LostLink;
        FieldCheck.Between("lostLink.detectSeconds", link.DetectSeconds, 0, 3600);
        FieldCheck.Between("lostLink.loiterSeconds", link.LoiterSeconds, 0, 86_400);
        link.Route?.Check("lostLink.route");
        if (setup.Airborne is { } start)
        {
            FieldCheck.That(start.Place.IsValid && Math.Abs(start.Place.LatitudeDegrees) <= 89, "airborne.place", "is no place between 89° south and north");
            FieldCheck.Between("airborne.altitudeMetres", start.AltitudeMetres, -400, setup.Type.Limits.CeilingMetres.Value);
        }
        foreach (var leg in setup.Route.Legs.Concat(link.Route?.Legs ?? []).OfType<Routes.DivertLeg>())
            FieldCheck.That(airfields.Any(a => a.Id == leg.Airfield), "route", $"diverts to \"{leg.Airfield}\", which is no airfield of the sortie");
    }
}
